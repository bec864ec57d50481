import { describePackChanges } from "../../../src/model/pack/describePackChanges.ts";
import { packFingerprint } from "../../../src/model/release/packFingerprint.ts";
import { preselectedVersions } from "../../../src/model/release/preselectedVersions.ts";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { WizardPack, WizardStart } from "../../../src/protocol/wizard.ts";
import { checkAvailability } from "./checkAvailability.ts";
import {
  isSubmitted,
  nothingChosen,
  withoutNotice,
  type StoredState,
  type WizardState,
} from "./wizardState.ts";

/** Starts over with the next pack that arrives. Does nothing while a submission is under way. */
export function startOver(state: WizardState, start: WizardStart): WizardState {
  if (isSubmitted(state)) return state;
  return { ...state, stored: { ...nothingChosen, start, option: start.option, date: start.date ?? "" } };
}

/** Shows the pack; if it differs from the one that is shown, the user reads the changes first. */
export function receivePack(state: WizardState, arrived: WizardPack): WizardState {
  const { problem: _problem, ...received } = state.received;
  return checkAvailability({ stored: storePack(state.stored, arrived), received });
}

/** The user read the changes. The user's choices stay as far as they are possible. */
export function acceptChanges(state: WizardState): WizardState {
  const { arrived } = state.stored;
  if (!arrived) return state;
  const { submission: _submission, ...stored } = show(withoutNotice(state.stored), arrived);
  return checkAvailability({ ...state, stored: { ...stored, step: "versions" } });
}

function storePack(stored: StoredState, arrived: WizardPack): StoredState {
  const { shown, outcome, submission, ...rest } = stored;
  if (outcome) return stored;
  if (!shown) return show(stored, arrived);
  if (submission?.state === "underWay") return { ...stored, arrived };
  const interrupted = submission?.state === "unconfirmed" || stored.notice?.interrupted === true;
  const settled = submission?.state === "rejected" ? { ...rest, submission } : rest;
  const isSame = packFingerprint(shown.pack) === packFingerprint(arrived.pack);
  if (isSame && !interrupted) return { ...withoutNotice(settled), shown: arrived };
  const changes = describePackChanges(shown.pack, arrived.pack);
  return { ...settled, shown, arrived, notice: { changes, interrupted } };
}

function show(stored: StoredState, shown: WizardPack): StoredState {
  const { start } = stored;
  const staying = new Set(
    shown.pack.components.filter(({ deleted }) => !deleted).map(({ componentId }) => componentId),
  );
  const picked = Object.entries({ ...start?.versions, ...stored.picked });
  return {
    ...stored,
    shown,
    preselected: start?.rollBackTo === undefined ? preselectedVersions(shown.pack) : currentVersions(shown),
    picked: Object.fromEntries(picked.filter(([componentId]) => staying.has(componentId))),
    unavailable: {},
  };
}

/** A roll-back keeps the current version of other components. A component that was never released gets its preselection. */
function currentVersions({ pack }: WizardPack): ComponentVersions {
  const current = pack.components
    .filter(({ currentVersion, deleted }) => currentVersion !== "" && !deleted)
    .map(({ componentId, currentVersion }) => [componentId, currentVersion] as const);
  return { ...preselectedVersions(pack), ...Object.fromEntries(current) };
}
