import assert from "node:assert/strict";
import type { PlanPlace } from "../../../src/model/plan/check/planCheck.ts";
import { formatPlan } from "../../../src/model/plan/file/formatPlan.ts";
import { parsePlan } from "../../../src/model/plan/file/parsePlan.ts";
import { PlanPositions } from "../../../src/plans/planPositions.ts";
import { releasePlan } from "../../support/fixtures/releasePlan.ts";

const text = formatPlan(releasePlan());
const plan = parsePlan(text);
const positions = new PlanPositions(text);

const marked = (of: PlanPositions, source: string, keys: readonly (string | number)[]) => {
  const { start, end } = of.spanOf(keys);
  return source.slice(start, end);
};

describe("the positions in a plan's file", () => {
  for (const [keys, found] of [
    [["date"], '"2026-12-01"'],
    [["packs", 1, "name"], '"Invoices"'],
    [["packs", 0, "components", 2, "to"], "null"],
    [["packs", 0, "components"], '"components"'],
    [["target"], '"target"'],
    [["packs", 0], "{"],
    [["packs", 0, "components", 0, "missing"], "{"],
    [["packs", 7, "name"], '"packs"'],
    [[], "{"],
  ] as const) {
    it(`mark ${found} for ${JSON.stringify(keys)}: the value, its key, or what is around it`, () => {
      assert.equal(marked(positions, text, keys), found);
    });
  }

  for (const [place, found] of [
    [{ key: "packId" }, '"p-orders"'],
    [{ key: "name" }, '"Order to Cash"'],
    [{ key: "replaces" }, '"replaces"'],
    [{ key: "date" }, '"2026-12-01"'],
    [{ key: "from", componentId: "c-create" }, '"1.0"'],
    [{ key: "packageId", componentId: "c-new" }, '"k-new-1"'],
    [undefined, '"p-orders"'],
  ] satisfies (readonly [PlanPlace | undefined, string])[]) {
    it(`mark the place of a difference: ${JSON.stringify(place)}`, () => {
      const { start, end } = positions.spanOfPlace(plan, 0, place);
      assert.equal(text.slice(start, end), found);
    });
  }

  it("mark the id of a pack whose schedule the plan does not name", () => {
    const { start, end } = positions.spanOfPlace(plan, 1, { key: "replaces" });
    assert.equal(text.slice(start, end), '"p-invoices"');
  });

  it("mark the first error of a text that is not JSON", () => {
    const broken = text.replace('"packs": [', '"packs" [');
    const { start } = new PlanPositions(broken).spanOf([]);
    assert.equal(broken.slice(0, start).trimEnd().slice(-7), '"packs"');
  });

  for (const source of ["", "[", "null", '"x"', "[".repeat(200_000)]) {
    it(`are somewhere in a text that is no plan: ${source.slice(0, 5)}`, () => {
      const { start, end } = new PlanPositions(source).spanOf(["packs", 0, "name"]);
      assert.ok(start >= 0 && end > start);
    });
  }

  it("find the version at an offset, of a component that changes or stays, and nothing elsewhere", () => {
    const at = (piece: string, from = 0) => positions.versionAt(plan, text.indexOf(piece, from) + 1);
    const version = at('"2.0"');
    assert.deepEqual([version?.component.componentId, version?.packageVersion], ["c-create", "2.0"]);
    assert.equal(text.slice(version?.span.start, version?.span.end), '"2.0"');
    assert.equal(at('"k-create-2"')?.packageVersion, "2.0");
    const newProcess = text.indexOf("c-new");
    assert.equal(at('""', newProcess), undefined, "never released");
    assert.equal(at('"Create Order"'), undefined);
    assert.equal(at('"from"'), undefined);
    assert.equal(at('"2026-12-01"'), undefined);
    assert.equal(positions.versionAt(plan, text.length + 10), undefined);
  });
});
