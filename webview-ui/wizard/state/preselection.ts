import { preselectedVersions } from "../../../src/model/release/preselectedVersions.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import type { WizardStart } from "../../../src/protocol/wizard/wizardStart.ts";
import type { StoredState, WizardState } from "./wizardState.ts";

/** The versions that are preselected in a pack. While `versions` are unknown, so are their branches (rule 5). */
export function preselection(
  { pack, releaseBranch }: WizardPack,
  start: WizardStart | undefined,
  versions: VersionsOfComponents | undefined,
): ComponentVersions {
  const known = new Map(Object.entries(versions ?? {}));
  const usual = preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known.get(componentId) ?? [],
  });
  if (start?.rollBackTo === undefined) return usual;
  // A roll-back keeps the current version of other components. One that was never released is left out until it is added.
  const current = pack.components
    .filter(({ currentVersion, deleted }) => currentVersion !== "" && !deleted)
    .map(({ componentId, currentVersion }) => [componentId, currentVersion] as const);
  return { ...usual, ...Object.fromEntries(current) };
}

/** Preselects versions anew once the packaged versions of the pack that is shown are known: their branches count. */
export function settlePreselection(state: WizardState): WizardState {
  const { isPreselectionOpen, ...settled } = state.stored;
  const { shown, start } = settled;
  const { versions, areVersionsCurrent } = state.received;
  if (!shown || isPreselectionOpen !== true || areVersionsCurrent !== true) return state;
  return { ...state, stored: { ...settled, preselected: preselection(shown, start, versions) } };
}

/** Whether the wizard waits for the packaged versions: without them, it shows neither branches nor the final preselection. */
export function awaitsVersions({ stored, received }: WizardState): boolean {
  if (received.versionsProblem !== undefined) return false;
  return received.versions === undefined || stored.isPreselectionOpen === true;
}

/** The second step, with the versions as they are chosen now. */
export function toScheduleStep({ isPreselectionOpen: _settled, ...stored }: StoredState): StoredState {
  return { ...stored, step: "schedule" };
}
