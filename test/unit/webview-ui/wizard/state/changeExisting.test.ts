import assert from "node:assert/strict";
import type { WizardMessage } from "../../../../../src/protocol/wizard/wizardMessage.ts";
import { confirmedRequest } from "../../../../../webview-ui/wizard/schedule/confirmedRequest.ts";
import { changeExisting } from "../../../../../webview-ui/wizard/state/changeExisting.ts";
import { receiveMessage } from "../../../../../webview-ui/wizard/state/receive/receiveMessage.ts";
import { submit } from "../../../../../webview-ui/wizard/state/receive/receiveSubmission.ts";
import type { StoredState } from "../../../../../webview-ui/wizard/state/wizardState.ts";
import {
  after,
  component,
  packMessage,
  packOf,
  start,
  twoVersions,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

describe("the offer to change a release that is scheduled elsewhere", () => {
  const shown = packOf([component("a")]);
  const alreadyScheduled: WizardMessage = {
    type: "rejected",
    code: "AlreadyScheduled",
    message: "scheduled",
  };

  /** The stored state after a submission was answered with the messages. */
  function answered(...messages: readonly WizardMessage[]): StoredState {
    const opened = after(
      start({ option: "date", date: "2037-03-01" }),
      packMessage(shown),
      versionsMessage(twoVersions),
    );
    const state = { ...opened, stored: submit(opened.stored, confirmedRequest(opened.stored, shown)) };
    return messages.reduce(receiveMessage, state).stored;
  }

  it("sends what the user confirmed once more, as a change", () => {
    const stored = answered(alreadyScheduled, packMessage(shown));
    assert.deepEqual(changeExisting(stored), { ...stored.confirmed, replaceScheduled: true });
    assert.equal(stored.confirmed?.type, "schedule");
    assert.equal(stored.confirmed.replaceScheduled, false);
  });

  it("stays after the page was hidden", () => {
    const stored = structuredClone(answered(alreadyScheduled));
    assert.deepEqual(changeExisting(stored), { ...stored.confirmed, replaceScheduled: true });
  });

  it("is not made before the rejection, nor after another one", () => {
    assert.equal(changeExisting(answered()), undefined);
    assert.equal(changeExisting(answered({ type: "rejected", code: "Forbidden", message: "no" })), undefined);
  });

  it("is not made when the pack is no longer as it was confirmed", () => {
    const changed = packOf([component("a", { currentVersion: "0.9" })]);
    assert.equal(changeExisting(answered(alreadyScheduled, packMessage(changed))), undefined);
  });

  it("is not made again after the change was rejected, too", () => {
    const stored = answered(alreadyScheduled);
    const change = changeExisting(stored);
    assert.ok(change);
    const again = receiveMessage({ stored: submit(stored, change), received: {} }, alreadyScheduled);
    assert.equal(changeExisting(again.stored), undefined);
  });
});
