import assert from "node:assert/strict";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { formatPlan } from "../../../../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../../../../src/model/plan/file/parsePlan.ts";
import { canonicalPlan, isPlanHash, planHash } from "../../../../../src/model/plan/file/planHash.ts";
import type { ReleasePlan } from "../../../../../src/model/plan/releasePlan.ts";
import { arbitraryPlan } from "../../../../support/arbitrary/arbitraryPlan.ts";
import { mutated } from "../../../../support/arbitrary/mutated.ts";
import { documentWith } from "../../../../support/documentWith.ts";
import { releasePlan } from "../../../../support/fixtures/releasePlan.ts";
import { shuffledKeys } from "../../../../support/shuffledKeys.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const hash = (plan: ReleasePlan) => planHash(plan, sha256);

/** What counts of a plan, compared without the code: packs in their order, components as a set. */
function meaning({ packs, ...rest }: ReleasePlan): unknown {
  return {
    ...rest,
    packs: packs.map(({ components, ...pack }) => ({
      ...pack,
      components: new Map(components.map(({ componentId, ...component }) => [componentId, component])),
    })),
  };
}

/** The plan with its components in another order. */
function reordered(plan: ReleasePlan, g: fc.GeneratorValue): ReleasePlan {
  const packs = plan.packs.map((pack) => {
    const { components } = pack;
    const minLength = components.length;
    return { ...pack, components: g(() => fc.shuffledSubarray([...components], { minLength })) };
  });
  return { ...plan, packs };
}

describe("rule 19: the hash of a release plan", function () {
  this.timeout(60_000);

  it("is the SHA-256 of the form of RFC 8785, in UTF-8", () => {
    const plan = parsePlan({
      planVersion: 1,
      name: 'é\n"\u2028\u{1F600}',
      target: { backend: "local" },
      packs: [
        {
          packId: "p",
          name: "€",
          components: [
            { componentId: "b", name: "A", from: "1", to: null },
            { componentId: "a", name: "B", to: "2", from: "", packageId: "k" },
            { componentId: "B", name: "C", to: "1.0", from: "1.0" },
          ],
        },
      ],
    });
    const canonical =
      '{"name":"é\\n\\"\u2028\u{1F600}","packs":[{"components":[' +
      '{"componentId":"B","from":"1.0","name":"C","to":"1.0"},' +
      '{"componentId":"a","from":"","name":"B","packageId":"k","to":"2"},' +
      '{"componentId":"b","from":"1","name":"A","to":null}],"name":"€","packId":"p"}],' +
      '"planVersion":1,"target":{"backend":"local"}}';
    assert.equal(canonicalPlan(plan), canonical);
    assert.equal(hash(plan), `sha256:${createHash("sha256").update(canonical, "utf8").digest("hex")}`);
  });

  it("never changes for a plan that was reviewed: this one was calculated when the format was new", () => {
    assert.equal(
      hash(releasePlan()),
      "sha256:06d38d1a1adafcbadc501eeaed632799b63bce96622631b91b440d2e3ac7dc11",
    );
  });

  it("does not depend on how the file is written: order of keys and components, space, escapes, `$schema`", () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.gen(), (plan, g) => {
        const expected = hash(plan);
        assert.ok(isPlanHash(expected), expected);
        const other = shuffledKeys(reordered(plan, g), g);
        assert.equal(hash(other), expected);
        const text = JSON.stringify(
          { $schema: "s", ...other },
          null,
          g(() => fc.constantFrom("", "\t", " ")),
        );
        assert.equal(hash(parsePlan(text)), expected);
        const escaped = text.replace(
          /[^\0-\x7F]/g,
          (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        assert.equal(hash(parsePlan(escaped)), expected);
        assert.equal(hash(parsePlan(formatPlan(plan))), expected);
      }),
    );
  });

  it("does not distinguish an optional key that is absent from one that is undefined", () => {
    const document = documentWith(releasePlan(), { name: undefined, notes: undefined });
    const plan = parsePlan(document);
    assert.equal(hash({ ...plan, name: undefined, notes: undefined }), hash(plan));
  });

  it("changes with every change of the plan's meaning, and with no other", () => {
    const values = [
      undefined,
      null,
      "x",
      "",
      "1.0",
      "2026-12-02",
      "UTC",
      "Asia/Tokyo",
      "platform",
      { backend: "local" },
    ];
    const outcomes = { same: 0, changed: 0 };
    fc.assert(
      fc.property(arbitraryPlan, fc.boolean(), fc.gen(), (arbitrary, full, g) => {
        const plan = full ? releasePlan() : arbitrary;
        let changed: ReleasePlan;
        try {
          changed = parsePlan(mutated(reordered(plan, g), values, g));
        } catch {
          return;
        }
        const same = isDeepStrictEqual(meaning(changed), meaning(plan));
        outcomes[same ? "same" : "changed"] += 1;
        assert.equal(hash(changed) === hash(plan), same);
      }),
      { numRuns: 1500 },
    );
    assert.ok(outcomes.same > 20 && outcomes.changed > 100, JSON.stringify(outcomes));
  });

  it("changes with the order of the packs", () => {
    const plan = releasePlan();
    assert.notEqual(hash({ ...plan, packs: [...plan.packs].reverse() }), hash(plan));
  });

  it("treats texts that look the same as different: strings stay unchanged", () => {
    const named = (name: string) => hash({ ...releasePlan(), name });
    assert.equal(new Set(["\u00e9", "e\u0301", "\u00e9 ", "\u00c9"].map(named)).size, 4);
  });

  it("is recognized by its form", () => {
    const digits = "0".repeat(64);
    assert.ok(isPlanHash(`sha256:${digits}`));
    for (const text of [
      "",
      digits,
      `sha256:${digits}0`,
      `SHA256:${digits}`,
      `sha256:${"G".repeat(64)}`,
      `sha256:${digits}\n`,
    ]) {
      assert.ok(!isPlanHash(text), text);
    }
  });
});
