import assert from "node:assert/strict";
import type { IntegrationPack } from "../../../../../src/model/pack/pack.ts";
import type { PlanEvent } from "../../../../../src/model/plan/check/checkBasis.ts";
import { checkPlan } from "../../../../../src/model/plan/check/checkPlan.ts";
import { draftPlan } from "../../../../../src/model/plan/draftPlan.ts";
import type { ScheduledRelease } from "../../../../../src/model/schedule/scheduledRelease.ts";
import { knownVersions, scheduledRelease } from "../../../../support/arbitrary/arbitraryChoices.ts";
import { component, packOf } from "../../../../support/arbitrary/arbitraryPack.ts";
import { checkBasis } from "../../../../support/fixtures/checkBasis.ts";
import { emptyHash, otherHash } from "../../../../support/fixtures/planHashes.ts";

const pack = packOf(component("a", { currentVersion: "1" }));
const plan = draftPlan([{ pack, versions: { a: "2" } }], knownVersions, {
  target: { backend: "local" },
  date: "2026-12-01",
  timeZone: "UTC",
});

/** The check of the plan while a release is scheduled, after this happened under the plan. */
function checkWith(scheduled: Partial<ScheduledRelease>, kind: PlanEvent["kind"] | undefined) {
  const now: IntegrationPack = { ...pack, scheduled: scheduledRelease(scheduled) };
  const history = new Map([["p", kind === undefined ? [] : [{ planHash: emptyHash, kind }]]]);
  const [checked] = checkPlan(plan, emptyHash, checkBasis([now], { history })).packs;
  assert.ok(checked);
  return checked;
}

describe("rule 16: a pack whose schedule was sent under the plan and may not have arrived", () => {
  const own = { state: "unknown", plan: { planHash: emptyHash } } as const;

  it("is ready with a remark, because applying the plan again continues it", () => {
    const { state, differences } = checkWith(own, "unknown");
    assert.equal(state, "ready");
    assert.deepEqual(differences, [
      "It was scheduled under this plan, and whether the platform has taken that is not known.",
    ]);
  });

  const others: readonly [why: string, Partial<ScheduledRelease>, PlanEvent["kind"] | undefined][] = [
    ["the schedule waits", { ...own, state: "scheduled" }, "unknown"],
    ["the schedule comes from another plan", { ...own, plan: { planHash: otherHash } }, "unknown"],
    ["the schedule comes from no plan", { state: "unknown" }, "unknown"],
    ["nothing was sent under the plan", own, undefined],
  ];
  for (const [why, scheduled, kind] of others) {
    it(`is drift where ${why}`, () => {
      const { state, differences } = checkWith(scheduled, kind);
      assert.equal(state, "drift");
      assert.match(differences.join(), /^A release is scheduled for .*, which the plan does not replace\.$/);
    });
  }
});
