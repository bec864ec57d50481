import { versionIn, type ComponentVersions } from "../../../src/model/release/release.ts";
import type { PackChoices, StoredState } from "./wizardState.ts";

/** The version of each component that stays in the pack; `""` where the user still has to choose. */
export function chosenVersions({ shown, preselected, picked, unavailable }: PackChoices): ComponentVersions {
  const staying = shown?.pack.components.filter(({ deleted }) => !deleted) ?? [];
  return Object.fromEntries(
    staying.map(({ componentId }) => [
      componentId,
      versionIn(unavailable, componentId) === undefined
        ? (versionIn(picked, componentId) ?? versionIn(preselected, componentId) ?? "")
        : "",
    ]),
  );
}

/** The stored state after the user picked a version of a component. */
export function pickVersion(stored: StoredState, componentId: string, packageVersion: string): StoredState {
  const { [componentId]: _old, ...unavailable } = stored.unavailable;
  return { ...stored, unavailable, picked: { ...stored.picked, [componentId]: packageVersion } };
}
