import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { chosenVersions } from "../state/chosenVersions.ts";
import type { WizardState } from "../state/wizardState.ts";

/** A pack and what a release of the chosen versions changes in it. */
interface ChosenPack {
  readonly state: WizardState;
  readonly changes: readonly ReleaseChange[];
}

/** Why the wizard cannot continue to the next step, as a sentence; `""` if it can. `packs`: those that are not left out. */
export function obstacleOf(packs: readonly ChosenPack[], isSeveral: boolean): string {
  if (packs.length === 0) return l10n.t("All packs are left out. Put one back to release it.");
  for (const { state } of packs) {
    const obstacle = packObstacle(state);
    if (obstacle !== "") return isSeveral ? l10n.t("{0}: {1}", nameOf(state), obstacle) : obstacle;
  }
  const changesAny = packs.some(({ changes }) => changes.some(({ kind }) => kind !== "unchanged"));
  return changesAny
    ? ""
    : l10n.t(
        "A release would change nothing: every component already has this version. Select another version.",
      );
}

function packObstacle({ stored, received }: WizardState): string {
  const { shown } = stored;
  if (received.packProblem) return l10n.t("This pack could not be read. Leave it out, or read it again.");
  if (!shown) return l10n.t("This pack is still being read.");
  const { components, doubt, unsettled } = shown.pack;
  if (components.length === 0) {
    return l10n.t("This pack has no components. Add a packaged component before you release it.");
  }
  if (doubt !== undefined)
    return l10n.t("It is in doubt what this pack contains. Leave it out, or read it again.");
  if (stored.named && unsettled?.state === "running") {
    return l10n.t("A release of this pack is running. Leave it out, or wait for its end.");
  }
  const chosen = chosenVersions(stored);
  const open = components.filter(({ componentId, deleted }) => !deleted && chosen[componentId] === "");
  return open.length > 0
    ? l10n.t("Choose a version for: {0}", listed(open.map(({ componentName }) => componentName)))
    : "";
}

function nameOf({ stored }: WizardState): string {
  return stored.shown?.pack.name ?? stored.named?.name ?? "";
}
