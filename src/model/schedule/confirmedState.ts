import type { IntegrationPack } from "../pack/pack.ts";
import { compareCodeUnits } from "../text/compareCodeUnits.ts";
import type { ConfirmedState } from "./scheduledRelease.ts";

/** How a component differs from the confirmed state. Versions are `''` where there is none. */
export interface ConfirmedDifference {
  readonly componentId: string;
  readonly componentName: string;
  readonly kind: "currentVersion" | "added" | "removed" | "markedDeleted" | "undeleted";
  readonly confirmed: string;
  readonly found: string;
}

/** The state that a person confirms with a release of the pack as it stands. */
export function confirmedStateOf({ components }: Pick<IntegrationPack, "components">): ConfirmedState {
  return components
    .map(({ componentId, currentVersion, deleted }) => ({ componentId, currentVersion, deleted }))
    .sort((one, other) => compareCodeUnits(one.componentId, other.componentId));
}

/**
 * How the pack differs from the confirmed state (rule 12): component ids, current versions and Deleted marks. Pending and
 * latest versions do not count, nor does a component that was added since and never released.
 */
export function differencesFrom(
  confirmed: ConfirmedState,
  { components }: Pick<IntegrationPack, "components">,
): ConfirmedDifference[] {
  const before = new Map(confirmed.map((component) => [component.componentId, component]));
  const present = new Set(components.map(({ componentId }) => componentId));
  const differences = components.flatMap(({ componentId, componentName, currentVersion, deleted }) => {
    const known = before.get(componentId);
    const difference = (kind: ConfirmedDifference["kind"]): ConfirmedDifference => ({
      componentId,
      componentName,
      kind,
      confirmed: known?.currentVersion ?? "",
      found: currentVersion,
    });
    if (!known) return currentVersion === "" ? [] : [difference("added")];
    return [
      ...(known.currentVersion === currentVersion ? [] : [difference("currentVersion")]),
      ...(known.deleted === deleted ? [] : [difference(deleted ? "markedDeleted" : "undeleted")]),
    ];
  });
  const removed = confirmed
    .filter(({ componentId }) => !present.has(componentId))
    .map(({ componentId, currentVersion }): ConfirmedDifference => ({
      componentId,
      componentName: componentId,
      kind: "removed",
      confirmed: currentVersion,
      found: "",
    }));
  return [...differences, ...removed];
}
