import type { ConfirmedRequest } from "../../../../src/protocol/wizard/wizardRequest.ts";
import { receivePack } from "./receivePack.ts";
import {
  isSubmitted,
  withoutNotice,
  type Outcome,
  type StoredState,
  type Submission,
  type WizardState,
} from "../wizardState.ts";

/** The stored state once the user confirmed the request. */
export function submit(stored: StoredState, confirmed: ConfirmedRequest): StoredState {
  return { ...stored, confirmed, submission: { state: "underWay" } };
}

/** The extension reports the state of a submission. A page that was hidden receives it again. */
export function receiveSubmission(state: WizardState, submission: Submission): WizardState {
  if (!isSubmitted(state)) return state;
  const { arrived, ...rest } = state.stored;
  if (submission.state !== "rejected") return { ...state, stored: { ...state.stored, submission } };
  const rejected = { ...state, stored: { ...rest, submission } };
  return arrived ? receivePack(rejected, arrived) : rejected;
}

/** The submission succeeded. */
export function receiveOutcome(state: WizardState, outcome: Outcome): WizardState {
  if (!isSubmitted(state)) return state;
  const { submission: _submission, ...stored } = withoutNotice(state.stored);
  return { ...state, stored: { ...stored, outcome } };
}

/** Back to the second step after a rejection, with the user's choices. */
export function tryAgain({ submission: _submission, ...stored }: StoredState): StoredState {
  return { ...stored, step: "schedule" };
}
