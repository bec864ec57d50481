import assert from "node:assert/strict";
import type { PackComponent } from "../../../../../src/model/pack/pack.ts";
import { chosenChanges } from "../../../../../webview-ui/wizard/state/chosenChanges.ts";
import { packView, type PageState } from "../../../../../webview-ui/wizard/state/pageState.ts";
import { receivePage } from "../../../../../webview-ui/wizard/state/receive/receivePage.ts";
import { obstacleOf } from "../../../../../webview-ui/wizard/versions/obstacleOf.ts";
import { named, pageAfter, startSeveral } from "../../../../support/severalPacksMessages.ts";
import { component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

describe("what keeps the wizard from going on", () => {
  const obstacle = (page: PageState, isSeveral = true) => {
    const packs = page.stored.packs.map((_pack, at) => {
      const state = packView(page, at);
      return { state, changes: chosenChanges(state) };
    });
    return obstacleOf(packs, isSeveral);
  };
  const two = (components: readonly PackComponent[], differences = {}) =>
    pageAfter(
      startSeveral(["p", "q"]),
      packMessage(named("p", [component("a")])),
      packMessage({ ...packOf(components, { packId: "q", name: "q", ...differences }) }),
    );
  const unchanged = component("b", { latestVersion: "" });

  it("is nothing while one of several packs changes", () => {
    assert.equal(obstacle(two([unchanged])), "");
  });

  it("is that nothing changes in any pack", () => {
    const page = pageAfter(startSeveral(["q"]), packMessage(named("q", [unchanged])));
    assert.match(obstacle(page), /^A release would change nothing/);
    assert.match(obstacle(pageAfter(start(), packMessage(packOf([unchanged]))), false), /change nothing/);
  });

  it("is that all packs are left out", () => {
    assert.match(obstacleOf([], true), /^All packs are left out/);
  });

  it("names the pack: empty, in doubt, being released, gone, or without a version to release", () => {
    assert.match(obstacle(two([])), /^q: This pack has no components/);
    assert.match(obstacle(two([unchanged], { doubt: "incomplete" })), /^q: It is in doubt/);
    const unsettled = { attemptId: "1", state: "running", sentAt: "2026-01-01T00:00:00Z", sentBy: "me" };
    assert.match(obstacle(two([unchanged], { unsettled })), /^q: A release of this pack is running/);
    const gone = { type: "packFailed", packId: "q", code: "NotFound", message: "gone" } as const;
    assert.match(obstacle(receivePage(two([unchanged]), gone)), /^q: This pack could not be read/);
    const versionless = component("b", { currentVersion: "", latestVersion: "" });
    assert.equal(obstacle(two([versionless])), "q: Choose a version for: Component b");
  });

  it("names no pack where there is only one", () => {
    assert.match(
      obstacle(pageAfter(start(), packMessage(packOf([]))), false),
      /^This pack has no components/,
    );
  });
});
