import assert from "node:assert/strict";
import { chosenVersions } from "../../../../../webview-ui/wizard/state/chosenVersions.ts";
import { chooseCurrent } from "../../../../../webview-ui/wizard/state/chooseVersions.ts";
import { leaveOut, movePack, neighbor, putBack } from "../../../../../webview-ui/wizard/state/packOrder.ts";
import {
  changeStaying,
  packView,
  subjectOf,
  type PageState,
} from "../../../../../webview-ui/wizard/state/pageState.ts";
import { acceptChanges } from "../../../../../webview-ui/wizard/state/receive/receivePack.ts";
import { changePack } from "../../../../../webview-ui/wizard/state/pageState.ts";
import { receivePage } from "../../../../../webview-ui/wizard/state/receive/receivePage.ts";
import { pageAfter, named, reloadedPage, startSeveral } from "../../../../support/severalPacksMessages.ts";
import { component, packMessage, packOf, start } from "../../../../support/wizardMessages.ts";

describe("the page of a wizard for several packs", () => {
  const p = named("p", [component("a"), component("b", { latestVersion: "" })]);
  const q = named("q", [component("a", { currentVersion: "0.9" })]);
  const r = named("r", [component("c")]);
  const all = () => pageAfter(startSeveral(["p", "q", "r"]), packMessage(p), packMessage(q), packMessage(r));
  const order = ({ stored }: PageState) => stored.packs.map(({ named: pack }) => pack?.packId);
  const chosen = (page: PageState, at: number) => chosenVersions(packView(page, at).stored);

  it("preselects versions in each pack by itself, whatever the order in which the packs arrive", () => {
    const page = pageAfter(startSeveral(["p", "q", "r"]), packMessage(r), packMessage(p), packMessage(q));
    assert.deepEqual(order(page), ["p", "q", "r"]);
    assert.deepEqual(
      [0, 1, 2].map((at) => chosen(page, at)),
      [{ a: "1.1", b: "1.0" }, { a: "1.1" }, { c: "1.1" }],
    );
  });

  it("chooses the versions that it was opened with", () => {
    const packs = [
      { packId: "p", name: "p", versions: { a: "0.7", b: "1.0" } },
      { packId: "q", name: "q" },
    ];
    const page = pageAfter(startSeveral([], { packs }), packMessage(p), packMessage(q));
    assert.deepEqual([chosen(page, 0), chosen(page, 1)], [{ a: "0.7", b: "1.0" }, { a: "1.1" }]);
  });

  it("leaves out the components that were never released and are not in the plan", () => {
    const packs = [{ packId: "p", name: "p", versions: { a: "1.1" } }];
    const pack = named("p", [component("a"), component("added", { currentVersion: "" })]);
    const page = pageAfter(startSeveral([], { packs }), packMessage(pack));
    assert.deepEqual(chosen(page, 0), { a: "1.1" });
  });

  it("moves packs past those that are left out, and to no place beyond the first and the last", () => {
    const moved = movePack(leaveOut(all(), 1), 0, "down");
    assert.deepEqual(order(moved), ["r", "q", "p"]);
    assert.equal(moved.readings[2]?.moved, "down");
    assert.equal(neighbor(moved, 2, "down"), undefined);
    assert.equal(movePack(moved, 0, "up"), moved);
    assert.deepEqual(order(movePack(moved, 2, "up")), ["p", "q", "r"]);
  });

  it("leaves a pack out and puts it back with its choices", () => {
    const page = changePack(all(), 1, chooseCurrent);
    const without = leaveOut(page, 1);
    assert.equal(without.stored.packs[1]?.isLeftOut, true);
    assert.deepEqual(putBack(without, 1), page);
  });

  it("chooses versions for all packs but those that are left out", () => {
    const page = changeStaying(leaveOut(all(), 1), chooseCurrent);
    assert.deepEqual(
      [0, 1, 2].map((at) => chosen(page, at)),
      [{ a: "1.0", b: "1.0" }, { a: "1.1" }, { c: "1.0" }],
    );
  });

  it("takes the versions that another pack has released, and names the components that it lacks", () => {
    const from = packOf([component("a", { currentVersion: "0.5" })], { packId: "test", name: "Test pack" });
    const page = receivePage(all(), { type: "takenVersions", packId: "p", from: from.pack });
    assert.deepEqual(chosen(page, 0), { a: "0.5", b: "1.0" });
    assert.deepEqual(page.stored.packs[0]?.taken, { from: "Test pack", unchanged: ["Component b"] });
    assert.deepEqual(chosen(page, 1), { a: "1.1" });
  });

  it("shows a change by others in the pack that changed, and keeps the choices in all", () => {
    const changed = named("q", [component("a", { currentVersion: "1.0" })]);
    const page = receivePage(changePack(all(), 0, chooseCurrent), packMessage(changed));
    assert.deepEqual(
      page.stored.packs.map(({ notice }) => notice?.cause),
      [undefined, "others", undefined],
    );
    const accepted = changePack(page, 1, acceptChanges);
    assert.ok(accepted.stored.packs.every(({ notice }) => notice === undefined));
    assert.deepEqual(chosen(accepted, 0), { a: "1.0", b: "1.0" });
  });

  it("shows a pack that is gone beside the others, until it can be read", () => {
    const page = pageAfter(startSeveral(["p", "gone"]), packMessage(p), {
      type: "packFailed",
      packId: "gone",
      code: "NotFound",
      message: "no such pack",
    });
    assert.deepEqual(
      page.readings.map(({ packProblem }) => packProblem?.message),
      [undefined, "no such pack"],
    );
    const found = receivePage(page, packMessage(named("gone", [component("a")])));
    assert.equal(found.readings[1]?.packProblem, undefined);
  });

  it("shows why packs no longer fit the plan, until they do", () => {
    const drift = { type: "planDrift", packs: [{ packId: "q", differences: ["another version"] }] } as const;
    const page = receivePage(all(), drift);
    assert.deepEqual(
      page.readings.map((reading) => reading.drift),
      [undefined, ["another version"], undefined],
    );
    assert.ok(
      receivePage(page, { type: "planDrift", packs: [] }).readings.every((reading) => !reading.drift),
    );
  });

  it("says that another backend is open, and that the plan's file changed, until that is no longer so", () => {
    const page = [
      { type: "otherTarget", isOther: true, message: "another account" } as const,
      { type: "planFileChanged", isChanged: true } as const,
    ].reduce(receivePage, all());
    assert.deepEqual([page.received.otherTarget, page.received.isPlanFileChanged], ["another account", true]);
    const back = [
      { type: "otherTarget", isOther: false } as const,
      { type: "planFileChanged", isChanged: false } as const,
    ].reduce(receivePage, page);
    assert.deepEqual([back.received.otherTarget, back.received.isPlanFileChanged], [undefined, false]);
  });

  it("comes back after a reload with its order, its choices and what restores the panel", () => {
    const page = leaveOut(movePack(changePack(all(), 0, chooseCurrent), 0, "down"), 2);
    assert.deepEqual(reloadedPage(page).stored, page.stored);
    assert.deepEqual(subjectOf(page.stored), { packIds: ["q", "p", "r"] });
  });

  it("is restored by the id of its pack where it has one", () => {
    assert.equal(subjectOf(pageAfter(start()).stored), undefined);
    assert.deepEqual(subjectOf(pageAfter(start(), packMessage(p)).stored), { packId: "p" });
  });
});
