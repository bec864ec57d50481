import { Ajv } from "ajv";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { planSchema } from "../../../../../src/model/plan/file/planSchema.ts";
import { arbitraryPlan } from "../../../../support/arbitrary/arbitraryPlan.ts";
import { mutated, undescribedKeys } from "../../../../support/arbitrary/mutated.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";

const file = new URL("../../../../../media/release-plan.schema.json", import.meta.url);
const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
assert.ok(typeof schema === "object" && schema !== null);
const matchesJsonSchema = new Ajv({ allErrors: false, allowUnionTypes: true }).compile(schema);
const matchesCode = (document: unknown) => v.safeParse(planSchema, document).success;

const strangeValues = [
  undefined,
  null,
  true,
  1,
  2,
  "",
  " ",
  "x",
  "local",
  "platform",
  "workspace",
  "2096-12-01",
  "2026-12-1",
  [],
  {},
  { backend: "local" },
  { backend: "platform" },
  { date: "2026-12-01" },
  { componentId: "c", name: "", from: "", to: null },
  Array.from({ length: 101 }, () => ({ componentId: "c", name: "", from: "", to: "1" })),
];

describe("the schema of release plans", function () {
  this.timeout(60_000);

  it("accepts every plan that follows the rules, with or without `$schema`", () => {
    for (const document of [releasePlan(), { $schema: "release-plan.schema.json", ...releasePlan() }]) {
      assert.ok(matchesJsonSchema(document), JSON.stringify(matchesJsonSchema.errors));
    }
    const fits = fc.property(arbitraryPlan, (plan) => {
      assert.ok(matchesJsonSchema(plan), JSON.stringify(matchesJsonSchema.errors));
      assert.ok(matchesCode(plan));
    });
    fc.assert(fits);
  });

  it("accepts and refuses the same mutated documents as the code", () => {
    const outcomes = { fits: 0, fails: 0 };
    const agrees = fc.property(arbitraryPlan, fc.gen(), fc.boolean(), (plan, g, full) => {
      const document = mutated(full ? releasePlan() : plan, strangeValues, g);
      const fits = matchesJsonSchema(document);
      outcomes[fits ? "fits" : "fails"] += 1;
      assert.equal(matchesCode(document), fits, JSON.stringify(matchesJsonSchema.errors));
    });
    fc.assert(agrees, { numRuns: 1500 });
    assert.ok(outcomes.fits > 50 && outcomes.fails > 50, JSON.stringify(outcomes));
  });

  it("describes every key", () => assert.deepEqual(undescribedKeys(schema), []));

  it("is found by editors for plan files", () => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL("../../../../../package.json", import.meta.url), "utf8"),
    );
    const { contributes } = v.parse(
      v.object({ contributes: v.object({ jsonValidation: v.array(v.unknown()) }) }),
      manifest,
    );
    assert.deepEqual(
      contributes.jsonValidation.find((each) => JSON.stringify(each).includes("release-plan")),
      { fileMatch: "*.release-plan.json", url: "./media/release-plan.schema.json" },
    );
  });
});
