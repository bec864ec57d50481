import assert from "node:assert/strict";
import fc from "fast-check";
import type { IncludedComponent } from "../../../../src/model/pack/packagedVersion.ts";
import {
  includedColumns,
  sortIncluded,
  type IncludedOrder,
} from "../../../../webview-ui/details/includedOrder.ts";
import { includedComponent } from "../../../support/fixtures/packagedVersion.ts";

const names = (components: readonly IncludedComponent[]) => components.map(({ name }) => name);

describe("the order of included components", () => {
  const listed = [
    includedComponent("Primary", { version: 10, modifiedDate: "2026-03-01T00:00:00Z" }),
    includedComponent("Map 10", { version: 2, modifiedDate: "" }),
    includedComponent("Map 2", { version: 9, modifiedDate: "2026-02-01T00:00:00Z" }),
  ];

  it("is that of the backend, with the primary component first, until a column is chosen", () => {
    assert.deepEqual(names(sortIncluded(listed, undefined)), ["Primary", "Map 10", "Map 2"]);
  });

  it("follows the column in both directions, with numbers in texts by value", () => {
    const sorted = (order: IncludedOrder) => names(sortIncluded(listed, order));
    assert.deepEqual(sorted({ column: "name", descending: false }), ["Map 2", "Map 10", "Primary"]);
    assert.deepEqual(sorted({ column: "version", descending: false }), ["Map 10", "Map 2", "Primary"]);
    assert.deepEqual(sorted({ column: "version", descending: true }), ["Primary", "Map 2", "Map 10"]);
    assert.deepEqual(sorted({ column: "modifiedDate", descending: false }), ["Map 10", "Map 2", "Primary"]);
  });

  it("contains the same components, whatever the column", () => {
    const arbitrary = fc.record({
      componentId: fc.string(),
      name: fc.string(),
      type: fc.string(),
      version: fc.nat(),
      folder: fc.string(),
      modifiedBy: fc.string(),
      modifiedDate: fc.constantFrom("", "unknown", "2026-01-09T09:00:00Z", "2025-01-09T09:00:00Z"),
    });
    fc.assert(
      fc.property(
        fc.array(arbitrary),
        fc.constantFrom(...includedColumns),
        fc.boolean(),
        (components, column, descending) => {
          const sorted = sortIncluded(components, { column, descending });
          assert.equal(sorted.length, components.length);
          assert.ok(components.every((component) => sorted.includes(component)));
        },
      ),
    );
  });
});
