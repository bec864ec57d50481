import assert from "node:assert/strict";
import type { PlanApplication } from "../../../../../../src/model/plan/application/planApplication.ts";
import type { PlanOutcome } from "../../../../../../src/model/plan/application/planOutcome.ts";
import type { ReleasePlan } from "../../../../../../src/model/plan/releasePlan.ts";
import type { WizardMessage } from "../../../../../../src/protocol/wizard/wizardMessage.ts";
import type { PageState } from "../../../../../../webview-ui/wizard/state/pageState.ts";
import { receivePage } from "../../../../../../webview-ui/wizard/state/receive/receivePage.ts";
import {
  confirmSendAgain,
  isPlanUnderWay,
  leaveApplication,
  sendPlan,
  stopPlan,
} from "../../../../../../webview-ui/wizard/state/receive/receivePlanMessage.ts";
import { packStates } from "../../../../../../webview-ui/wizard/several/packStates.ts";
import { applicationTexts } from "../../../../../../webview-ui/wizard/several/applicationTexts.ts";
import { named, pageAfter, reloadedPage, startSeveral } from "../../../../../support/severalPacksMessages.ts";
import { component, packMessage } from "../../../../../support/wizardMessages.ts";

describe("the page of a wizard for several packs that applies a plan", () => {
  const planHash = `sha256:${"0".repeat(64)}` as const;
  const plan: ReleasePlan = {
    planVersion: 1,
    target: { backend: "local" },
    packs: ["p", "q"].map((packId) => ({ packId, name: packId, components: [] })),
  };
  const sent: WizardMessage = { type: "planSent", plan };
  const progress = (...packs: PlanApplication["packs"]): WizardMessage => ({
    type: "planProgress",
    application: { planHash, packs, isStopping: false },
    step: "Following the release…",
  });
  const running = progress(
    { packId: "p", name: "p", stage: "sending" },
    { packId: "q", name: "q", stage: "claimed" },
  );
  const outcomeOf = (...packs: PlanOutcome["packs"]): WizardMessage => ({
    type: "planOutcome",
    outcome: { formatVersion: 1, planHash, packs },
  });
  const released = { packId: "p", name: "p", outcome: "released", releaseId: "r-1" } as const;
  const unknown = {
    packId: "q",
    name: "q",
    outcome: "unknown",
    releaseId: "r-2",
    code: "OutcomeUnknown",
    message: "no answer",
  } as const;

  const shown = () =>
    pageAfter(
      startSeveral(["p", "q"]),
      packMessage(named("p", [component("a")])),
      packMessage(named("q", [component("b")])),
    );
  const applying = (...messages: readonly WizardMessage[]) => messages.reduce(receivePage, sendPlan(shown()));
  const applicationOf = (page: PageState) => page.stored.shared.several?.application ?? assert.fail();
  const states = (page: PageState) => packStates(applicationOf(page)).map(({ name, kind }) => [name, kind]);
  const heading = (page: PageState) => applicationTexts(applicationOf(page), undefined).heading;

  it("shows how far each pack is, and what is done with the one that is sent", () => {
    const page = applying(sent, running);
    assert.deepEqual(states(page), [
      ["p", "sending"],
      ["q", "waiting"],
    ]);
    assert.equal(applicationOf(page).step, "Following the release…");
    assert.equal(heading(page), "Releasing Integration Packs");
  });

  it("stops once the user asked for it", () => {
    assert.equal(applicationOf(stopPlan(applying(sent, running))).isStopping, true);
  });

  it("shows the outcome of each pack, also when the page was hidden before it came", () => {
    const done = outcomeOf(released, { ...released, packId: "q", name: "q" });
    for (const page of [applying(sent, running, done), receivePage(reloadedPage(applying(sent)), done)]) {
      assert.deepEqual(states(page), [
        ["p", "released"],
        ["q", "released"],
      ]);
      assert.equal(heading(page), "Success");
    }
  });

  it("shows its own releases as no change by others", () => {
    const after = packMessage(named("p", [component("a", { currentVersion: "1.1", latestVersion: "" })]));
    const page = applying(sent, after, outcomeOf(released, { ...released, packId: "q", name: "q" }));
    const left = leaveApplication(page);
    assert.ok(left.stored.packs.every(({ notice }) => notice === undefined));
    assert.equal(left.stored.packs[0]?.shown?.pack.components[0]?.currentVersion, "1.1");
    assert.equal(left.stored.shared.several?.application, undefined);
  });

  it("shows what changed when nothing was sent because a pack changed", () => {
    const rejected = { type: "planRejected", code: "Conflict", message: "q changed" } as const;
    const changed = packMessage(named("q", [component("b", { currentVersion: "0.9" })]));
    const page = applying(rejected, changed);
    assert.deepEqual(
      [heading(page), applicationOf(page).problem?.code],
      ["No Pack Was Released", "Conflict"],
    );
    const left = leaveApplication(page);
    assert.deepEqual(
      left.stored.packs.map(({ notice }) => notice?.cause),
      [undefined, "others"],
    );
  });

  it("does not say that nothing was sent after an unexpected error", () => {
    const page = applying(sent, { type: "planRejected", code: "Unexpected", message: "a defect" });
    assert.equal(heading(page), "The Outcome Is Not Known");
  });

  it("waits for nothing after a refusal", () => {
    const refused = { type: "refused", request: "applyPlan", code: "InvalidRequest", message: "no" } as const;
    assert.equal(applicationOf(applying(refused)).state, "rejected");
    assert.ok(isPlanUnderWay(applying({ ...refused, request: "copy" })));
  });

  it("treats a pack that was being sent as unknown after the extension ended", () => {
    const page = reloadedPage(applying(sent, running));
    assert.equal(heading(page), "The Release Was Interrupted");
    assert.deepEqual(states(page), [
      ["p", "unknown"],
      ["q", "notSent"],
    ]);
    assert.deepEqual(states(receivePage(page, running)), states(applying(sent, running)));
  });

  it("sends an unknown pack again only once the user confirmed it (rule 16)", () => {
    const page = applying(sent, outcomeOf(released, unknown));
    assert.equal(heading(page), "The Outcome Is Not Known");
    assert.deepEqual(applicationOf(sendPlan(page)).sendAgain, []);
    const confirmed = confirmSendAgain(page, "r-2", true);
    assert.deepEqual(applicationOf(sendPlan(confirmed)).sendAgain, ["r-2"]);
    assert.deepEqual(applicationOf(confirmSendAgain(confirmed, "r-2", false)).sendAgain, []);
    // A later outcome is a new one, which nobody confirmed.
    const again = receivePage(sendPlan(confirmed), outcomeOf(released, unknown));
    assert.deepEqual(applicationOf(again).sendAgain, []);
    assert.deepEqual(applicationOf(sendPlan(confirmed)).plan, plan);
  });

  it("does not start over while a plan is applied", () => {
    const page = applying(sent, running);
    assert.equal(receivePage(page, startSeveral(["r"])), page);
    assert.equal(receivePage(shown(), startSeveral(["r"])).stored.packs.length, 1);
  });
});
