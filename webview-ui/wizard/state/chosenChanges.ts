import { releaseChanges, type ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { chosenVersions } from "./chosenVersions.ts";
import { findVersion } from "./findVersion.ts";
import { shownVersions } from "./seenVersions.ts";
import type { WizardState } from "./wizardState.ts";

/** What a release of the chosen versions changes in the pack that is shown, component by component. */
export function chosenChanges({ stored, received }: WizardState): ReleaseChange[] {
  if (!stored.shown) return [];
  return releaseChanges(stored.shown.pack, chosenVersions(stored), (componentId, packageVersion) =>
    findVersion(shownVersions(received), componentId, packageVersion),
  );
}
