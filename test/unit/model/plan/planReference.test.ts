import assert from "node:assert/strict";
import { planFileName } from "../../../../src/model/plan/file/planFileName.ts";
import { planLabel, planReference } from "../../../../src/model/plan/planReference.ts";
import { emptyHash } from "../../../support/fixtures/planHashes.ts";
import { releasePlan } from "../../../support/fixtures/releasePlan.ts";

describe("the reference to a plan", () => {
  const { name: _, ...unnamed } = releasePlan();

  it("has the hash and the name, as it can be stored", () => {
    assert.deepEqual(planReference({ ...unnamed, name: "June\0" }, emptyHash), {
      planHash: emptyHash,
      name: "June\uFFFD",
    });
    assert.deepEqual(planReference({ ...unnamed, name: "" }, emptyHash), { planHash: emptyHash, name: "" });
    assert.deepEqual(planReference(unnamed, emptyHash), { planHash: emptyHash });
  });

  it("is shown by its name, else by the start of its hash", () => {
    assert.equal(planLabel({ planHash: emptyHash, name: "June" }), '"June"');
    for (const name of [{}, { name: "" }, { name: " " }]) {
      assert.equal(planLabel({ planHash: emptyHash, ...name }), emptyHash.slice(0, 15));
    }
  });
});

describe("the file name of a plan", () => {
  it("has the letters and digits of its name, and is never empty", () => {
    assert.equal(planFileName({ name: "Über: June/2026!" }), "über-june-2026.release-plan.json");
    for (const plan of [{}, { name: "" }, { name: "../!" }]) {
      assert.equal(planFileName(plan), "release.release-plan.json");
    }
    assert.equal(planFileName({ name: "x".repeat(61) }), `${"x".repeat(60)}.release-plan.json`);
  });
});
