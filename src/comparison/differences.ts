import type { Backend } from "../backend/backend.ts";
import { includedDifferences, type IncludedDifference } from "../model/pack/includedDifference.ts";
import type { IncludedComponent, PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { VersionChange } from "../model/release/versionChange.ts";

/** What differs inside one component between the compared versions. */
export interface ComponentDifferences {
  readonly change: VersionChange;
  readonly included: readonly IncludedDifference[];
}

/** What differences are read from. */
type Manifests = Pick<Backend, "listIncludedComponents">;

/** So many components are looked into at once; a backend behind a network paces itself. */
const atOnce = 8;

/**
 * Looks into the changed components for what differs; their XML is not loaded. `onProgress` hears of each component
 * that is done. When the signal is aborted, nothing more is asked and the result is undefined.
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
  await Promise.all(Array.from({ length: atOnce }, work));
  if (signal.aborted) return undefined;
  return withoutRepetitions(changed.flatMap((change) => found.get(change) ?? []));
}

/** A side without a manifest tells nothing: everything would pass for added or removed. */
async function readIncluded(backend: Manifests, { from, to, before, after }: VersionChange) {
  const [earlier, later] = await Promise.all([list(backend, before), list(backend, after)]);
  const unknown = (from !== "" && earlier.length === 0) || (to !== "" && later.length === 0);
  return unknown ? [] : includedDifferences(earlier, later);
}

async function list(backend: Manifests, version: PackagedVersion | undefined): Promise<IncludedComponent[]> {
  return version ? backend.listIncludedComponents(version.packageId) : [];
}

/** What several components include in the same two revisions is shown with the first of them. */
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
