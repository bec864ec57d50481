import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashPlan } from "../../../../../src/backend/hashPlan.ts";
import { formatPlan } from "../../../../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../../../../src/model/plan/file/parsePlan.ts";

describe("a release plan of the first format", () => {
  const folder = join(import.meta.dirname, "../../../../fixtures/formats");
  const text = readFileSync(join(folder, "plan-1.release-plan.json"), "utf8");

  it("is read, and keeps its hash and its text", () => {
    const plan = parsePlan(JSON.parse(text));
    assert.equal(plan.packs.length, 2);
    // By the program that wrote the file.
    assert.equal(hashPlan(plan), "sha256:06d38d1a1adafcbadc501eeaed632799b63bce96622631b91b440d2e3ac7dc11");
    assert.equal(formatPlan(plan), text);
  });
});
