import assert from "node:assert/strict";
import type { PlanCheck } from "../../../../../src/model/plan/check/planCheck.ts";
import { checkMarkdown } from "../../../../../src/model/plan/report/checkMarkdown.ts";
import {
  describeAccounts,
  describeFit,
  describePlanDate,
  describeUnchanged,
  planTitle,
} from "../../../../../src/model/plan/report/describePlan.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { emptyHash } from "../../../../support/fixtures/planHashes.ts";

describe("a plan in words", () => {
  it("says when it releases its packs", () => {
    assert.equal(describePlanDate({}), "immediately");
    assert.equal(describePlanDate({ date: "2026-12-01" }), "on 2026-12-01");
    assert.equal(describePlanDate({ date: "2026-12-01", timeZone: "UTC" }), "on 2026-12-01 (UTC)");
  });

  it("has its name as title, where it has one", () => {
    assert.equal(planTitle({ name: "June" }), "Release Plan: June");
    for (const plan of [{}, { name: "" }, { name: " " }]) assert.equal(planTitle(plan), "Release Plan");
  });

  it("says whether it fits", () => {
    assert.equal(describeFit(true), "The plan fits.");
    assert.equal(describeFit(false), "The plan does not fit. Nothing can be released with it.");
  });

  it("counts accounts, also none, where they are known", () => {
    assert.deepEqual(describeAccounts(undefined), []);
    assert.deepEqual(describeAccounts(0), ["0 accounts get this release."]);
    assert.deepEqual(describeAccounts(1), ["1 account gets this release."]);
    assert.deepEqual(describeAccounts(2), ["2 accounts get this release."]);
  });

  it("counts the components that stay, where there are some", () => {
    assert.deepEqual(describeUnchanged(0), []);
    assert.deepEqual(describeUnchanged(1), ["1 component stays unchanged."]);
    assert.deepEqual(describeUnchanged(2), ["2 components stay unchanged."]);
  });
});

describe("the check of a plan as Markdown", () => {
  const plan: ReleasePlan = { planVersion: 1, target: { backend: "local" }, packs: [] };
  const check: PlanCheck = {
    formatVersion: 1,
    planHash: emptyHash,
    fits: true,
    packs: [{ packId: "p", name: "Orders", state: "ready", changes: [], differences: [] }],
  };

  it("leaves out notes, differences, changes and numbers where there are none", () => {
    for (const notes of [{}, { notes: " \n" }]) {
      assert.equal(
        checkMarkdown({ ...plan, ...notes }, check),
        [
          "# Release Plan",
          "**The plan fits.**",
          `- Released: immediately\n- Packs: 1\n- Plan hash: \`${emptyHash}\``,
          "## Orders: ready\n",
        ].join("\n\n"),
      );
    }
  });
});
