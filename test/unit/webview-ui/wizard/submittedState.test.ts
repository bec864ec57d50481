import assert from "node:assert/strict";
import type { WizardMessage } from "../../../../src/protocol/wizard.ts";
import { receive } from "../../../../webview-ui/wizard/receive.ts";
import { acceptChanges, chosenVersions, tryAgain } from "../../../../webview-ui/wizard/wizardState.ts";
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
} from "../../../support/wizardMessages.ts";

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
    const state = [packMessage(made), released].reduce(receive, waiting());
    assert.equal(state.kept.notice, undefined);
    assert.equal(state.kept.outcome?.kind, "released");
    assert.deepEqual(
      state.kept.outcome.changes.map(({ from, to, kind }) => [from, to, kind]),
      [["1.0", "1.1", "upgrade"]],
    );
  });

  it("keeps every choice when the release is rejected", () => {
    const rejected: WizardMessage = { type: "rejected", code: "StoreUnavailable", message: "locked" };
    const state = receive(waiting(), rejected);
    assert.equal(state.kept.submission?.state, "rejected");
    assert.deepEqual(chosenVersions(tryAgain(state.kept)), { a: "1.1" });
    assert.equal(tryAgain(state.kept).step, "schedule");
  });

  it("shows what changed when the release is rejected with Conflict", () => {
    const conflict: WizardMessage = { type: "rejected", code: "Conflict", message: "changed" };
    const other = packOf([component("a", { currentVersion: "0.9" })]);
    const state = [packMessage(other), conflict].reduce(receive, waiting());
    assert.equal(state.kept.notice?.changes.length, 1);
  });

  it("shows the outcome after the page was hidden", () => {
    const state = [released, packMessage(made)].reduce(receive, reloaded(waiting()));
    assert.equal(state.kept.outcome?.kind, "released");
  });

  it("keeps waiting while the release is under way", () => {
    const progress: WizardMessage = { type: "progress", step: "Releasing…" };
    const state = [progress, packMessage(shown)].reduce(receive, reloaded(waiting()));
    assert.equal(state.kept.submission?.state, "underWay");
  });

  it("says that the outcome is unknown after an interruption, and shows what changed in the pack", () => {
    const notMade = receive(reloaded(waiting()), packMessage(shown));
    assert.deepEqual(notMade.kept.notice, { changes: [], interrupted: true });
    const wasMade = receive(reloaded(waiting()), packMessage(made));
    assert.equal(wasMade.kept.notice?.interrupted, true);
    assert.equal(wasMade.kept.notice.changes.length, 1);
    assert.equal(acceptChanges(wasMade).kept.submission, undefined);
  });

  it("does not start over while the release is under way", () => {
    const state = waiting();
    assert.equal(receive(state, start({ option: "date" })), state);
  });

  it("starts over with the current pack after the outcome was shown", () => {
    const done = receive(waiting(), released);
    const { kept } = [start(), packMessage(made)].reduce(receive, done);
    assert.equal(kept.outcome, undefined);
    assert.equal(kept.notice, undefined);
    assert.deepEqual(chosenVersions(kept), { a: "1.1" });
  });

  it("ignores an outcome without a submission", () => {
    const again = receive(after(packMessage(shown)), released);
    assert.equal(again.kept.outcome, undefined);
  });
});
