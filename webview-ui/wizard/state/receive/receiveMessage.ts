import type { WizardMessage } from "../../../../src/protocol/wizard/wizardMessage.ts";
import { withAnswer } from "../../../details/detailsContents.ts";
import { checkAvailability } from "../checkAvailability.ts";
import { chosenChanges } from "../chosenChanges.ts";
import { settlePreselection } from "../preselection.ts";
import { receivePack, startOver } from "./receivePack.ts";
import { receiveRefusal } from "./receiveRefusal.ts";
import { receiveOutcome, receiveSubmission } from "./receiveSubmission.ts";
import type { ReceivedState, WizardState } from "../wizardState.ts";

/** The state after a message from the extension. */
export function receiveMessage(state: WizardState, message: WizardMessage): WizardState {
  switch (message.type) {
    case "several":
      return message.messages.reduce(receiveMessage, state);
    case "start":
      return startOver(state, message.start);
    case "pack": {
      const { type: _type, ...pack } = message;
      return receivePack(state, pack);
    }
    case "packFailed":
      return withReceived(state, { problem: { code: message.code, message: message.message } });
    case "versions": {
      const { versionsProblem: _problem, ...received } = state.received;
      const { versions } = message;
      const next = { ...state, received: { ...received, versions, areVersionsCurrent: true } };
      return checkAvailability(settlePreselection(next));
    }
    case "versionsFailed":
      return withReceived(state, { versionsProblem: message.message });
    case "sharing":
      return withReceived(state, { sharing: message.sharing });
    case "progress":
      return receiveSubmission(state, { state: "underWay", step: message.step });
    case "rejected":
      return receiveSubmission(state, { state: "rejected", code: message.code, message: message.message });
    case "released": {
      const { releaseId, releasedAt, rollout } = message;
      return receiveOutcome(state, {
        kind: "released",
        releaseId,
        releasedAt,
        changes: chosenChanges(state),
        ...(rollout && { rollout }),
      });
    }
    case "scheduled": {
      const { schedule, rollout } = message;
      return receiveOutcome(state, {
        kind: "scheduled",
        schedule,
        changes: chosenChanges(state),
        ...(rollout && { rollout }),
      });
    }
    case "refused":
      return receiveRefusal(state, message);
    // The messages about a plan concern several packs: `receivePage` receives them.
    case "planDrift":
    case "planFileChanged":
    case "otherTarget":
    case "takenVersions":
    case "planSent":
    case "planProgress":
    case "planOutcome":
    case "planRejected":
      return state;
    case "details": {
      const { details } = state.received;
      if (details?.packageId !== message.packageId) return state;
      return withReceived(state, {
        details: { ...details, contents: withAnswer(details.contents, message) },
      });
    }
  }
}

function withReceived(state: WizardState, received: Partial<ReceivedState>): WizardState {
  return { ...state, received: { ...state.received, ...received } };
}
