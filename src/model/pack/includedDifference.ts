import type { IncludedComponent } from "./packagedVersion.ts";

/**
 * An included component that differs between two packaged versions. `before` or `after` is absent where that version
 * does not include it.
 */
export interface IncludedDifference {
  readonly componentId: string;
  readonly name: string;
  readonly before?: IncludedComponent;
  readonly after?: IncludedComponent;
}

/**
 * The included components that differ, in the order of `after`, then those that only `before` includes. Compares revision
 * and date, not the XML: a component whose content changed has another revision.
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

/** Each branch counts its own revisions, so the date must match, too. */
function sameRevision(one: IncludedComponent, other: IncludedComponent): boolean {
  return one.version === other.version && one.modifiedDate === other.modifiedDate;
}
