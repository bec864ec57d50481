import { describePackChanges } from "../../../../src/model/pack/describePackChanges.ts";
import type { IntegrationPack } from "../../../../src/model/pack/pack.ts";
import { packFingerprint } from "../../../../src/model/release/packFingerprint.ts";
import type { WizardPack } from "../../../../src/protocol/wizard/wizardPack.ts";
import type { WizardStart } from "../../../../src/protocol/wizard/wizardStart.ts";
import { checkAvailability } from "../checkAvailability.ts";
import { preselection, settlePreselection } from "../preselection.ts";
import {
  isSubmitted,
  nothingChosen,
  withoutNotice,
  type NoticeCause,
  type StoredState,
  type WizardState,
} from "../wizardState.ts";

/** Starts over with the next pack that arrives. Does nothing while a submission is under way. */
export function startOver(state: WizardState, start: WizardStart): WizardState {
  if (isSubmitted(state)) return state;
  const { areVersionsCurrent: _old, ...received } = state.received;
  return { received, stored: { ...nothingChosen, start, option: start.option, date: start.date ?? "" } };
}

/** Shows the pack; if it differs from the one that is shown, the user reads the changes first. */
export function receivePack(state: WizardState, arrived: WizardPack): WizardState {
  const { problem: _problem, areVersionsCurrent: _old, ...received } = state.received;
  return checkAvailability({ stored: storePack(state.stored, arrived), received });
}

/** The user read the changes. The user's choices stay as far as they are possible. */
export function acceptChanges(state: WizardState): WizardState {
  const { arrived } = state.stored;
  if (!arrived) return state;
  const { submission: _submission, ...stored } = show(withoutNotice(state.stored), arrived);
  return checkAvailability(settlePreselection({ ...state, stored: { ...stored, step: "versions" } }));
}

function storePack(stored: StoredState, arrived: WizardPack): StoredState {
  const { shown, outcome, submission, ...rest } = stored;
  if (outcome) return stored;
  // Which components a pack in doubt contains was not certain, so that nothing of it was confirmed.
  if (!shown || (shown.pack.doubt !== undefined && !submission)) return show(withoutNotice(stored), arrived);
  if (submission?.state === "underWay") return { ...stored, arrived };
  const cause = causeOf(stored);
  const settled = submission?.state === "rejected" ? { ...rest, submission } : rest;
  const isSame = packFingerprint(shown.pack) === packFingerprint(arrived.pack);
  const isWanted =
    packFingerprint(withoutMarks(shown, arrived, stored.undeleting)) === packFingerprint(arrived.pack);
  if (isSame && cause === "others") return { ...withoutNotice(settled), shown: arrived };
  if (isWanted && cause === "others") return show(withoutNotice(settled), arrived);
  const changes = describePackChanges(shown.pack, arrived.pack);
  return { ...settled, shown, arrived, notice: { changes, cause } };
}

function causeOf({ submission, notice }: StoredState): NoticeCause {
  if (submission?.state === "unconfirmed") return "reloaded";
  if (submission?.state === "rejected" && submission.code === "OutcomeUnknown") return "unknown";
  return notice?.cause ?? "others";
}

/** The pack that is shown, without the Deleted marks that the user took away in this wizard and that are gone. */
function withoutMarks(
  { pack }: WizardPack,
  arrived: WizardPack,
  undeleting: readonly string[] = [],
): IntegrationPack {
  const marked = new Set(
    arrived.pack.components.filter(({ deleted }) => deleted).map(({ componentId }) => componentId),
  );
  const components = pack.components.map((component) =>
    undeleting.includes(component.componentId) && !marked.has(component.componentId)
      ? { ...component, deleted: false }
      : component,
  );
  return { ...pack, components };
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
    preselected: preselection(shown, start, undefined),
    isPreselectionOpen: true,
    picked: Object.fromEntries(picked.filter(([componentId]) => staying.has(componentId))),
    unavailable: {},
  };
}
