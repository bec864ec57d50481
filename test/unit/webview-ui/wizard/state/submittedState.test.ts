import assert from "node:assert/strict";
import type { WizardMessage } from "../../../../../src/protocol/wizard/wizardMessage.ts";
import { receiveMessage } from "../../../../../webview-ui/wizard/state/receive/receiveMessage.ts";
import { chosenVersions } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import { acceptChanges } from "../../../../../webview-ui/wizard/state/receive/receivePack.ts";
import { tryAgain } from "../../../../../webview-ui/wizard/state/receive/receiveSubmission.ts";
import {
  after,
  twoVersions,
  component,
  packMessage,
  packOf,
  submitted,
  reloaded,
  start,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

describe("the wizard's state after a release was submitted", () => {
  const shown = packOf([component("a")]);
  const made = packOf([component("a", { currentVersion: "1.1", latestVersion: "" })]);
  const released: WizardMessage = {
    type: "released",
    releaseId: "r-1",
    releasedAt: "2026-02-01T00:00:00Z",
  };
  const waiting = () => submitted(after(packMessage(shown), versionsMessage(twoVersions)));

  it("does not treat its own release as a change by others", () => {
    const state = [packMessage(made), released].reduce(receiveMessage, waiting());
    assert.equal(state.stored.notice, undefined);
    assert.equal(state.stored.outcome?.kind, "released");
    assert.deepEqual(
      state.stored.outcome.changes.map(({ from, to, kind }) => [from, to, kind]),
      [["1.0", "1.1", "upgrade"]],
    );
  });

  it("shows what accounts ran before and run now", () => {
    const counts = { current: 1, behind: 1, updatePending: 0, appliedEarly: 0, unknown: 0 };
    const rollout = { before: counts, after: { ...counts, current: 2, behind: 0 } };
    const state = receiveMessage(waiting(), { ...released, rollout });
    assert.deepEqual(state.stored.outcome?.rollout, rollout);
    assert.equal(receiveMessage(waiting(), released).stored.outcome?.rollout, undefined);
  });

  it("keeps every choice when the release is rejected", () => {
    const rejected: WizardMessage = { type: "rejected", code: "StoreUnavailable", message: "locked" };
    const state = receiveMessage(waiting(), rejected);
    assert.equal(state.stored.submission?.state, "rejected");
    assert.deepEqual(chosenVersions(tryAgain(state.stored)), { a: "1.1" });
    assert.equal(tryAgain(state.stored).step, "schedule");
  });

  it("shows what changed when the release is rejected with Conflict", () => {
    const conflict: WizardMessage = { type: "rejected", code: "Conflict", message: "changed" };
    const other = packOf([component("a", { currentVersion: "0.9" })]);
    const state = [packMessage(other), conflict].reduce(receiveMessage, waiting());
    assert.equal(state.stored.notice?.changes.length, 1);
  });

  it("shows the outcome after the page was hidden", () => {
    const state = [released, packMessage(made)].reduce(receiveMessage, reloaded(waiting()));
    assert.equal(state.stored.outcome?.kind, "released");
  });

  it("keeps waiting while the release is under way", () => {
    const progress: WizardMessage = { type: "progress", step: "Releasing…" };
    const state = [progress, packMessage(shown)].reduce(receiveMessage, reloaded(waiting()));
    assert.equal(state.stored.submission?.state, "underWay");
  });

  it("says that the outcome is unknown after an interruption, and shows what changed in the pack", () => {
    const notMade = receiveMessage(reloaded(waiting()), packMessage(shown));
    assert.deepEqual(notMade.stored.notice, { changes: [], cause: "reloaded" });
    const wasMade = receiveMessage(reloaded(waiting()), packMessage(made));
    assert.equal(wasMade.stored.notice?.cause, "reloaded");
    assert.equal(wasMade.stored.notice.changes.length, 1);
    assert.equal(acceptChanges(wasMade).stored.submission, undefined);
  });

  it("shows how the pack is before the user goes on after an unknown outcome", () => {
    const unknown: WizardMessage = { type: "rejected", code: "OutcomeUnknown", message: "lost" };
    const state = [unknown, packMessage(shown)].reduce(receiveMessage, waiting());
    assert.equal(state.stored.submission?.state, "rejected");
    const refreshed = [packMessage(shown), packMessage(made)].map((message) =>
      receiveMessage({ ...state, stored: tryAgain(state.stored) }, message),
    );
    assert.deepEqual(
      refreshed.map(({ stored }) => [stored.notice?.cause, stored.notice?.changes.length]),
      [
        ["unknown", 0],
        ["unknown", 1],
      ],
    );
  });

  it("does not start over while the release is under way", () => {
    const state = waiting();
    assert.equal(receiveMessage(state, start({ option: "date" })), state);
  });

  it("starts over with the current pack after the outcome was shown", () => {
    const done = receiveMessage(waiting(), released);
    const { stored } = [start(), packMessage(made)].reduce(receiveMessage, done);
    assert.equal(stored.outcome, undefined);
    assert.equal(stored.notice, undefined);
    assert.deepEqual(chosenVersions(stored), { a: "1.1" });
  });

  it("ignores an outcome without a submission", () => {
    const again = receiveMessage(after(packMessage(shown)), released);
    assert.equal(again.stored.outcome, undefined);
  });
});
