import type { BackendReads } from "../backend/backendReads.ts";
import { includedDifferences, type IncludedDifference } from "../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { VersionChange } from "../model/release/versionChange.ts";

/** The included components that differ between two versions of a component. */
export interface ComponentDifferences {
  readonly change: VersionChange;
  readonly included: readonly IncludedDifference[];
}

/** The part of a backend that lists the included components of a version. */
type Manifests = Pick<BackendReads, "listIncludedComponents">;

/** How many components are read at the same time; the platform backend limits its requests itself. */
const concurrency = 8;

/**
 * Finds the included components that differ in each changed component, without loading their XML. Calls `onProgress` for
 * each component that is done. After the signal is aborted, it reads nothing more and resolves to `undefined`.
 */
export async function readDifferences(
  backend: Manifests,
  changed: readonly VersionChange[],
  signal: AbortSignal,
  onProgress: () => void,
): Promise<ComponentDifferences[] | undefined> {
  const found = new Map<VersionChange, ComponentDifferences>();
  const waiting = [...changed];
  const work = async () => {
    for (let change = waiting.shift(); change && !signal.aborted; change = waiting.shift()) {
      found.set(change, { change, included: await readIncluded(backend, change) });
      onProgress();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (signal.aborted) return undefined;
  return withoutRepetitions(changed.flatMap((change) => found.get(change) ?? []));
}

/** Nothing when a side has no manifest, as everything would seem to be added or removed. */
async function readIncluded(backend: Manifests, { from, to, before, after }: VersionChange) {
  const [earlier, later] = await Promise.all([list(backend, before), list(backend, after)]);
  const unknown = (from !== "" && earlier.length === 0) || (to !== "" && later.length === 0);
  return unknown ? [] : includedDifferences(earlier, later);
}

async function list(backend: Manifests, version: PackagedVersion | undefined): Promise<IncludedComponent[]> {
  return version ? backend.listIncludedComponents(version.packageId) : [];
}

/** Lists an included component only once when several components include the same two revisions of it. */
function withoutRepetitions(differences: readonly ComponentDifferences[]): ComponentDifferences[] {
  const shown = new Set<string>();
  return differences.map(({ change, included }) => ({
    change,
    included: included.filter(({ componentId, before, after }) => {
      const key = JSON.stringify([componentId, revision(before), revision(after)]);
      return !shown.has(key) && shown.add(key);
    }),
  }));
}

function revision(component: IncludedComponent | undefined) {
  return component && [component.version, component.modifiedDate];
}
