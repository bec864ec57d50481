import assert from "node:assert/strict";
import {
  chooseCurrent,
  chooseLatest,
  changedSinceOpening,
  resetAll,
  resetVersion,
} from "../../../../../webview-ui/wizard/state/chooseVersions.ts";
import { chosenVersions, pickVersion } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import type { WizardState } from "../../../../../webview-ui/wizard/state/wizardState.ts";
import {
  after,
  component,
  packMessage,
  packOf,
  start,
  version,
  versionsMessage,
} from "../../../../support/wizardMessages.ts";

const pack = packMessage(
  packOf([
    component("a"),
    component("upToDate", { latestVersion: "" }),
    component("new", { currentVersion: "", latestVersion: "9" }),
    component("leaves", { deleted: true }),
  ]),
);
const chosen = ({ stored }: WizardState) => chosenVersions(stored);
const preselected = { a: "1.1", upToDate: "1.0", new: "9" };

describe("choosing versions for the whole table", () => {
  it("chooses the latest version of each component that stays", () => {
    const state = chooseLatest(chooseCurrent(after(start(), pack)));
    assert.deepEqual(chosen(state), preselected);
  });

  it("chooses the current versions, and leaves what was never released as it is", () => {
    assert.deepEqual(chosen(chooseCurrent(after(start(), pack))), { ...preselected, a: "1.0" });
  });

  it("asks for another version where the latest one can no longer be released", () => {
    const state = after(start(), pack, versionsMessage([version("1.1", { deleted: true }), version("1.0")]));
    assert.equal(chosen(chooseLatest(state))["a"], "");
    assert.equal(chosen(chooseCurrent(state))["a"], "1.0");
  });
});

describe("resetting chosen versions", () => {
  const picked = (state: WizardState, componentId: string, packageVersion: string) => ({
    ...state,
    stored: pickVersion(state.stored, componentId, packageVersion),
  });

  it("goes back to the preselection, for one component or all", () => {
    const state = picked(picked(after(start(), pack), "a", "0.9"), "new", "8");
    assert.equal(changedSinceOpening(state.stored).has("a"), true);
    assert.equal(changedSinceOpening(state.stored).has("upToDate"), false);
    assert.deepEqual(chosen(resetVersion(state, "a")), { ...preselected, new: "8" });
    assert.deepEqual(chosen(resetAll(state)), preselected);
    assert.equal(changedSinceOpening(resetAll(state).stored).has("a"), false);
  });

  it("goes back to the versions that the wizard was opened with", () => {
    const opened = after(start({ versions: { a: "1.0", leaves: "1.0", gone: "3" } }), pack);
    assert.equal(changedSinceOpening(opened.stored).has("a"), false);
    assert.equal(changedSinceOpening(opened.stored).has("leaves"), false);
    const state = picked(opened, "a", "1.1");
    assert.equal(changedSinceOpening(state.stored).has("a"), true);
    assert.equal(chosen(resetVersion(state, "a"))["a"], "1.0");
    assert.deepEqual(resetAll(state).stored.picked, { a: "1.0" });
  });
});
