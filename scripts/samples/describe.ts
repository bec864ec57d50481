import { createHash } from "node:crypto";
import type { Deployment } from "../../src/model/pack/packagedVersion.ts";
import type { ComponentType, PackProperties } from "../../src/model/pack/pack.ts";
import type { ReleaseTrigger } from "../../src/model/release/release.ts";
import type {
  SnapshotComponent,
  SnapshotIncludedComponent,
  SnapshotPack,
  SnapshotVersion,
} from "../../src/model/snapshot/snapshot.ts";
import { componentXml } from "./xml.ts";

// The language for the description of the sample packs. IDs are derived from names, so that they stay the same.

export const mara = "mara.lindqvist@example.com";
export const tomas = "tomas.okafor@example.com";
export const priya = "priya.raman@example.com";

/** An ID in the form of Boomi's IDs. The same words always give the same ID. */
export function idOf(...words: readonly string[]): string {
  const hash = createHash("sha256").update(words.join("/")).digest("hex");
  const variant = "89ab"[parseInt(hash.charAt(16), 16) % 4] ?? "8";
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

/** A revision of a part: who saved it and when (ISO instant), and the XML of its object if the samples have it. */
export interface Revision {
  readonly by: string;
  readonly at: string;
  readonly object?: string;
}

/** A component that packaged components include, with its revisions by number. */
export interface Part {
  readonly componentId: string;
  readonly type: string;
  readonly name: string;
  readonly folder: string;
  readonly revisions: Readonly<Record<number, Revision>>;
}

/** Makes a part with an ID derived from its name. */
export function part(type: string, name: string, folder: string, revisions: Part["revisions"]): Part {
  return { componentId: idOf(type, name), type, name, folder, revisions };
}

/** A deployment: environment, date, user and notes. */
type DeploymentWords = readonly [environment: string, at: string, by: string, notes?: string];

/** The description of a packaged version. */
export interface VersionWords {
  readonly version: string;
  /** The build revision. */
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly notes: string;
  /** Left out if the samples have no XML of the component and its included components. */
  readonly object?: string;
  readonly includes: readonly (readonly [Part, number])[];
  readonly deployed?: readonly DeploymentWords[];
  readonly branch?: string;
  readonly shareable?: boolean;
  readonly deleted?: boolean;
}

/** A process or an API Service component with its packaged versions, oldest first. */
export function component(
  type: ComponentType,
  name: string,
  folder: string,
  versions: readonly VersionWords[],
): SnapshotComponent {
  const componentId = idOf(type, name);
  const active = activeDeployments(versions);
  return {
    componentId,
    name,
    type,
    versions: versions.map((words): SnapshotVersion => {
      const { at, by, object, revision } = words;
      const primary: Part = {
        componentId,
        type,
        name,
        folder,
        revisions: { [revision]: { at, by, object } },
      };
      return {
        packageId: idOf(type, name, words.version),
        packageVersion: words.version,
        componentVersion: revision,
        createdDate: at,
        createdBy: by,
        notes: words.notes,
        shareable: words.shareable ?? true,
        deleted: words.deleted ?? false,
        branchName: words.branch ?? "main",
        folder,
        includedComponents: [[primary, revision] as const, ...words.includes].map(([part, number]) =>
          included(part, number, object !== undefined),
        ),
        ...(words.deployed && {
          deployments: words.deployed.map((made) => deployment(made, active.has(made))),
        }),
      };
    }),
  };
}

/** The active deployments: an environment runs the version of a component that was deployed last. */
function activeDeployments(versions: readonly VersionWords[]): ReadonlySet<DeploymentWords> {
  const last = new Map<string, DeploymentWords>();
  for (const made of versions.flatMap(({ deployed }) => deployed ?? [])) {
    const before = last.get(made[0]);
    if (!before || Date.parse(made[1]) > Date.parse(before[1])) last.set(made[0], made);
  }
  return new Set(last.values());
}

function deployment(words: DeploymentWords, active: boolean): Deployment {
  const [environment, deployedDate, deployedBy, notes = ""] = words;
  return { environment, deployedDate, deployedBy, notes, active };
}

function included(part: Part, version: number, keepsXml: boolean): SnapshotIncludedComponent {
  const { componentId, name, type, folder } = part;
  const revision = part.revisions[version];
  if (!revision) throw new Error(`"${name}" has no revision ${version}`);
  const { at, by, object } = revision;
  return {
    componentId,
    name,
    type,
    version,
    folder,
    modifiedBy: by,
    modifiedDate: at,
    ...(keepsXml &&
      object !== undefined && { xml: componentXml({ componentId, name, type, version, object }) }),
  };
}

/** A component in a pack, and the version chosen for its next release or its Deleted mark. */
export type CarriedWords = readonly [SnapshotComponent, { pendingVersion?: string; deleted?: boolean }?];

/** A release: instant, user, versions and trigger, by default `immediate`. */
export type ReleaseWords = readonly [
  at: string,
  by: string,
  versions: ReadonlyMap<SnapshotComponent, string>,
  trigger?: ReleaseTrigger,
];

/** The description of a pack. */
export interface PackWords extends Omit<PackProperties, "packId"> {
  readonly carries: readonly CarriedWords[];
  /** Oldest first. */
  readonly releases: readonly ReleaseWords[];
}

/** Makes the pack of a snapshot from its description. */
export function pack({ carries, releases, ...properties }: PackWords): SnapshotPack {
  const packId = idOf("pack", properties.name);
  return {
    packId,
    ...properties,
    components: carries.map(([{ componentId }, next]) => ({ componentId, ...next })),
    ...(releases.length > 0 && {
      releases: releases.map(([releasedAt, releasedBy, versions, trigger]) => ({
        releaseId: idOf("release", properties.name, releasedAt),
        releasedAt,
        releasedBy,
        ...(trigger && { trigger }),
        versions: Object.fromEntries(
          [...versions].map(([{ componentId }, version]) => [componentId, version]),
        ),
      })),
    }),
  };
}
