import { t } from "@vscode/l10n";
import * as v from "valibot";
import { errors } from "../../errors/errors.ts";
import type { PackagedVersion, Deployment, IncludedComponent } from "../pack/packagedVersion.ts";
import type { ComponentType, PackProperties } from "../pack/pack.ts";
import type { ComponentVersions, ReleaseTrigger } from "../release/release.ts";
import type { ScheduleEventKind } from "../schedule/scheduledRelease.ts";
import { describeIssue } from "./snapshotFault.ts";
import { checkSnapshot } from "./snapshotRules.ts";
import { snapshotSchema } from "./snapshotSchema.ts";

/**
 * A whole local store as one document. Dates are ISO instants; lists that have a time are oldest first, so that what is
 * made later is appended. A key that is optional is left out where it has nothing to say.
 */
export interface Snapshot {
  readonly $schema?: string;
  readonly formatVersion: 1;
  readonly components: readonly SnapshotComponent[];
  readonly packs: readonly SnapshotPack[];
  readonly accountGroups: readonly SnapshotAccountGroup[];
  readonly installations: readonly SnapshotInstallation[];
}

/** A process or API Service component with all its packaged versions. */
export interface SnapshotComponent {
  readonly componentId: string;
  readonly name: string;
  readonly type: ComponentType;
  readonly versions: readonly SnapshotVersion[];
}

/** A packaged version with what it is made of and where it is deployed. */
export interface SnapshotVersion extends Omit<
  PackagedVersion,
  "componentId" | "componentName" | "componentType"
> {
  readonly includedComponents?: readonly SnapshotIncludedComponent[];
  readonly deployments?: readonly Deployment[];
}

/** A component inside a packaged version, with its XML where that is kept. */
export interface SnapshotIncludedComponent extends IncludedComponent {
  readonly xml?: string;
}

/** An integration pack with its past and what waits for its date. */
export interface SnapshotPack extends PackProperties {
  readonly components: readonly SnapshotPackComponent[];
  readonly releases?: readonly SnapshotRelease[];
  readonly scheduled?: SnapshotSchedule;
  /** What happened to the pack's scheduled releases, in order. */
  readonly scheduleEvents?: readonly SnapshotScheduleEvent[];
}

/** A component of a pack: what is to become of it with the next release. */
export interface SnapshotPackComponent {
  readonly componentId: string;
  readonly pendingVersion?: string;
  readonly deleted?: boolean;
}

/** A release of a pack; the one with the latest `releasedAt` gives the current versions. */
export interface SnapshotRelease {
  readonly releaseId: string;
  readonly releasedAt: string;
  readonly releasedBy: string;
  /** `immediate` when left out. */
  readonly trigger?: ReleaseTrigger;
  readonly versions: ComponentVersions;
}

/** A release that waits for its date, `yyyy-MM-dd` in `timeZone`. */
export interface SnapshotSchedule {
  readonly date: string;
  readonly timeZone: string;
  readonly versions: ComponentVersions;
  /** `scheduled` when left out. */
  readonly state?: "scheduled" | "failed" | "missed";
  readonly problem?: string;
  /** Whoever imports the snapshot, at that time, when these are left out. */
  readonly scheduledBy?: string;
  readonly scheduledAt?: string;
}

/** One change of a pack's scheduled release: when, by whom, and the date it was for. */
export interface SnapshotScheduleEvent {
  readonly at: string;
  readonly by: string;
  readonly event: ScheduleEventKind;
  readonly date: string;
  readonly timeZone: string;
  readonly problem?: string;
}

/** Accounts that packs are shared with. */
export interface SnapshotAccountGroup {
  readonly groupId: string;
  readonly name: string;
  readonly packIds: readonly string[];
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
}

/** A pack that is installed in an account. */
export interface SnapshotInstallation {
  readonly accountId: string;
  readonly packId: string;
  readonly releaseId: string;
  /** Whether the account's users applied the pack's scheduled release before its date. */
  readonly appliedScheduled: boolean;
}

/**
 * The snapshot in a document, given as JSON text or as parsed JSON.
 *
 * @throws `InvalidRequest` that names the path in the document, when it is no snapshot or breaks a rule.
 */
export function parseSnapshot(document: unknown): Snapshot {
  const value: unknown = typeof document === "string" ? parseJson(document) : document;
  checkFormatVersion(value);
  const result = v.safeParse(snapshotSchema, value, { abortEarly: true });
  if (!result.success) {
    const { path, problem } = describeIssue(result.issues[0]);
    throw errors.invalidSnapshot(path, problem);
  }
  checkSnapshot(result.output);
  return result.output;
}

/** The text of a snapshot file. */
export function formatSnapshot(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.invalidSnapshot("$", t("it is not valid JSON ({0})", reason));
  }
}

/** Looked at first: of a newer format nothing else can be said. */
function checkFormatVersion(value: unknown): void {
  if (typeof value !== "object" || value === null || !("formatVersion" in value)) return;
  const { formatVersion } = value;
  if (typeof formatVersion === "number" && formatVersion > 1) {
    throw errors.invalidSnapshot(
      "formatVersion",
      t("it has the newer format {0}; update this extension to import it", formatVersion),
    );
  }
}
