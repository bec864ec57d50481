import type { Refusal } from "../../../../src/protocol/refusal.ts";
import { withFailure } from "../../../details/detailsContents.ts";
import { receiveSubmission } from "./receiveSubmission.ts";
import type { WizardState } from "../wizardState.ts";

/** The extension refused a request: what the page waits for has failed. The extension itself notifies of other requests. */
export function receiveRefusal(state: WizardState, { request, code, message }: Refusal): WizardState {
  const { details } = state.received;
  if (request === "release" || request === "schedule") {
    return receiveSubmission(state, { state: "rejected", code, message });
  }
  if (request === "undelete") {
    const { undeleting: _refused, ...stored } = state.stored;
    return { ...state, stored };
  }
  if (request !== "loadDetails" || !details) return state;
  const contents = withFailure(details.contents, message);
  return { ...state, received: { ...state.received, details: { ...details, contents } } };
}
