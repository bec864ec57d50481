import assert from "node:assert/strict";
import { confirmedRequest } from "../../../../../webview-ui/wizard/schedule/confirmedRequest.ts";
import {
  addComponent,
  chooseCurrent,
  chooseLatest,
  changedSinceOpening,
  resetVersion,
} from "../../../../../webview-ui/wizard/state/chooseVersions.ts";
import { chosenChanges } from "../../../../../webview-ui/wizard/state/chosenChanges.ts";
import { chosenVersions, leftOutComponents } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import type { WizardState } from "../../../../../webview-ui/wizard/state/wizardState.ts";
import { after, component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

describe("a roll-back", () => {
  const neverReleased = { currentVersion: "", latestVersion: "1.0" };
  const pack = packOf([
    component("a"),
    component("new", neverReleased),
    component("backAgain", neverReleased),
    component("leaving", { ...neverReleased, deleted: true }),
  ]);
  const opened = after(
    start({ rollBackTo: "2026-01-01T00:00:00Z", versions: { a: "0.9", backAgain: "0.9" } }),
    packMessage(pack),
  );
  const leftOut = ({ stored }: WizardState) =>
    leftOutComponents(stored).map(({ componentId }) => componentId);

  it("leaves out what was never released and was not in the release that it restores", () => {
    assert.deepEqual(leftOut(opened), ["new"]);
    assert.deepEqual(chosenVersions(opened.stored), { a: "0.9", backAgain: "0.9" });
    const kinds = chosenChanges(opened).map(({ componentId, kind }) => [componentId, kind]);
    assert.deepEqual(kinds[1], ["new", "unchanged"]);
    const { versions, leftOut: confirmed } = confirmedRequest(opened.stored, pack);
    assert.deepEqual([versions, confirmed], [{ a: "0.9", backAgain: "0.9" }, ["new"]]);
  });

  it("contains it once a person adds it, until they reset it", () => {
    const added = addComponent(opened, "new");
    assert.deepEqual(leftOut(added), []);
    assert.equal(chosenVersions(added.stored)["new"], "1.0");
    assert.equal(chosenChanges(added)[1]?.kind, "new");
    assert.equal(changedSinceOpening(added.stored).has("new"), true);
    assert.deepEqual(confirmedRequest(added.stored, pack).leftOut, []);
    const reset = resetVersion(added, "new");
    assert.deepEqual(leftOut(reset), ["new"]);
    assert.equal(changedSinceOpening(reset.stored).has("new"), false);
  });

  it("does not contain it because another choice is made for all components", () => {
    assert.deepEqual(leftOut(chooseLatest(opened)), ["new"]);
    assert.deepEqual(leftOut(chooseCurrent(opened)), ["new"]);
  });
});

describe("any other release", () => {
  it("contains all components that stay", () => {
    const state = after(
      start({ versions: { a: "0.9" } }),
      packMessage(packOf([component("a"), component("new", { currentVersion: "", latestVersion: "1.0" })])),
    );
    assert.deepEqual(leftOutComponents(state.stored), []);
    assert.deepEqual(chosenVersions(state.stored), { a: "0.9", new: "1.0" });
  });
});
