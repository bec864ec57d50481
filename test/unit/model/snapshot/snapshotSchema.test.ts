import { Ajv } from "ajv";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { snapshotSchema } from "../../../../src/model/snapshot/snapshotSchema.ts";
import { arbitraryStore } from "../../../support/arbitrary/arbitraryStore.ts";
import { mutated, undescribedKeys } from "../../../support/arbitrary/mutated.ts";
import { store } from "../../../support/fixtures/store.ts";

const file = new URL("../../../../media/snapshot.schema.json", import.meta.url);
const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
assert.ok(typeof schema === "object" && schema !== null);
const matchesJsonSchema = new Ajv({ allErrors: false }).compile(schema);
const matchesCode = (document: unknown) => v.safeParse(snapshotSchema, document).success;

const strangeValues = [
  undefined,
  null,
  true,
  -1,
  1.5,
  1e300,
  "",
  " ",
  "x",
  "2096-12-01",
  "2026-05-04T09:00:00Z",
  "2026-05-04T09:00:00",
  "process",
  [],
  {},
  { "": "1.0" },
  { c: "" },
  { c: 1 },
  "d".repeat(501),
  Array.from({ length: 101 }, () => ({ componentId: "c" })),
];

describe("the schema of snapshot files", () => {
  it("accepts every store that follows the rules", () => {
    assert.ok(matchesJsonSchema(store()), JSON.stringify(matchesJsonSchema.errors));
    const fits = fc.property(fc.gen(), (g) => {
      const document = arbitraryStore(g);
      assert.ok(matchesJsonSchema(document), JSON.stringify(matchesJsonSchema.errors));
      assert.ok(matchesCode(document));
    });
    fc.assert(fits, { numRuns: 50 });
  }).timeout(60_000);

  it("accepts and refuses the same mutated documents as the code", () => {
    const outcomes = { fits: 0, fails: 0 };
    const agrees = fc.property(fc.gen(), (g) => {
      const document = mutated(store(), strangeValues, g);
      const fits = matchesJsonSchema(document);
      outcomes[fits ? "fits" : "fails"] += 1;
      assert.equal(matchesCode(document), fits, JSON.stringify(matchesJsonSchema.errors));
    });
    fc.assert(agrees, { numRuns: 1500 });
    assert.ok(outcomes.fits > 50 && outcomes.fails > 50, JSON.stringify(outcomes));
  }).timeout(60_000);

  it("describes every key", () => {
    assert.deepEqual(undescribedKeys(schema), []);
  });
});
