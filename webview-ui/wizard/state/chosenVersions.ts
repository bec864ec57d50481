import type { PackComponent } from "../../../src/model/pack/pack.ts";
import { versionIn, type ComponentVersions } from "../../../src/model/release/release.ts";
import type { PackChoices, StoredState } from "./wizardState.ts";

/**
 * The version of each component that stays in the pack; `""` where the user still has to choose. Components that are left
 * out have none.
 */
export function chosenVersions(choices: PackChoices): ComponentVersions {
  const { shown, preselected, picked, unavailable } = choices;
  const staying = shown?.pack.components.filter(({ deleted }) => !deleted) ?? [];
  const leftOut = new Set(leftOutComponents(choices));
  const released = staying.filter((component) => !leftOut.has(component));
  return Object.fromEntries(
    released.map(({ componentId }) => [
      componentId,
      versionIn(unavailable, componentId) === undefined
        ? (versionIn(picked, componentId) ?? versionIn(preselected, componentId) ?? "")
        : "",
    ]),
  );
}

/**
 * The components that a roll-back or a release plan leaves out: those that were never released and are not in the release or
 * plan. The user adds one by picking a version.
 */
export function leftOutComponents({ shown, start, picked }: PackChoices): readonly PackComponent[] {
  if (start?.rollBackTo === undefined && start?.isPlanned !== true) return [];
  const components = shown?.pack.components ?? [];
  return components.filter(
    ({ componentId, currentVersion, deleted }) =>
      !deleted && currentVersion === "" && versionIn(picked, componentId) === undefined,
  );
}

/** The stored state after the user picked a version of a component. */
export function pickVersion(stored: StoredState, componentId: string, packageVersion: string): StoredState {
  const { [componentId]: _old, ...unavailable } = stored.unavailable;
  return { ...stored, unavailable, picked: { ...stored.picked, [componentId]: packageVersion } };
}
