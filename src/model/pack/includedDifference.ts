import type { IncludedComponent } from "./packagedVersion.ts";

/** An included component that is not the same in two packaged versions; absent on the side that does not include it. */
export interface IncludedDifference {
  readonly componentId: string;
  readonly name: string;
  readonly before?: IncludedComponent;
  readonly after?: IncludedComponent;
}

/**
 * The included components that differ, in the order of the later version, what it no longer includes last. Told by
 * revision and date alone, so that nothing needs to be loaded: a component whose content changed has another revision.
 */
export function includedDifferences(
  before: readonly IncludedComponent[],
  after: readonly IncludedComponent[],
): IncludedDifference[] {
  const earlier = new Map(before.map((component) => [component.componentId, component]));
  const later = new Set(after.map(({ componentId }) => componentId));
  const changed = after.flatMap((component): IncludedDifference[] => {
    const { componentId, name } = component;
    const old = earlier.get(componentId);
    if (!old) return [{ componentId, name, after: component }];
    return sameRevision(old, component) ? [] : [{ componentId, name, before: old, after: component }];
  });
  const removed = before
    .filter(({ componentId }) => !later.has(componentId))
    .map((component) => ({ componentId: component.componentId, name: component.name, before: component }));
  return [...changed, ...removed];
}

/** Revisions are counted on each branch, so the date is looked at too. */
function sameRevision(one: IncludedComponent, other: IncludedComponent): boolean {
  return one.version === other.version && one.modifiedDate === other.modifiedDate;
}
