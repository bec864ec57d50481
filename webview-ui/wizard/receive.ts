import { releaseChanges } from "../../src/model/release/releaseChanges.ts";
import type { WizardMessage } from "../../src/protocol/wizard.ts";
import { withAnswer } from "../details/contents.ts";
import {
  begin,
  chosenVersions,
  receiveOutcome,
  receivePack,
  receiveSubmission,
  receiveVersions,
  type WizardState,
} from "./wizardState.ts";

/** The state after a message of the extension. */
export function receive(state: WizardState, message: WizardMessage): WizardState {
  const { received } = state;
  switch (message.type) {
    case "several":
      return message.messages.reduce(receive, state);
    case "start":
      return begin(state, message.start);
    case "pack": {
      const { type: _type, ...pack } = message;
      return receivePack(state, pack);
    }
    case "packFailed": {
      const { code, message: text } = message;
      return { ...state, received: { ...received, problem: { code, message: text } } };
    }
    case "versions":
      return receiveVersions(state, message.versions);
    case "versionsFailed":
      return { ...state, received: { ...received, versionsProblem: message.message } };
    case "sharing":
      return { ...state, received: { ...received, sharing: message.sharing } };
    case "progress":
      return receiveSubmission(state, { state: "underWay", step: message.step });
    case "rejected":
      return receiveSubmission(state, { state: "rejected", code: message.code, message: message.message });
    case "released":
      return receiveOutcome(state, {
        kind: "released",
        releaseId: message.releaseId,
        releasedAt: message.releasedAt,
        changes: changesOf(state),
      });
    case "scheduled":
      return receiveOutcome(state, {
        kind: "scheduled",
        date: message.date,
        timeZone: message.timeZone,
        changes: changesOf(state),
      });
    case "details": {
      const { details } = received;
      if (details?.packageId !== message.packageId) return state;
      const contents = withAnswer(details.contents, message);
      return { ...state, received: { ...received, details: { ...details, contents } } };
    }
  }
}

/** What the chosen versions change in the pack that is shown. */
export function changesOf({ kept, received }: WizardState) {
  if (!kept.shown) return [];
  return releaseChanges(kept.shown.pack, chosenVersions(kept), (componentId, packageVersion) =>
    received.versions?.[componentId]?.find((version) => version.packageVersion === packageVersion),
  );
}
