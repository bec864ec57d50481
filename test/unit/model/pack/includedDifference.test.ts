import assert from "node:assert/strict";
import fc from "fast-check";
import { includedDifferences } from "../../../../src/model/pack/includedDifference.ts";
import { includedComponent } from "../../../support/fixtures/packagedVersion.ts";

describe("the included components that differ", () => {
  it("are those with another revision or date, and those on one side only", () => {
    const differences = includedDifferences(
      [includedComponent("same"), includedComponent("old"), includedComponent("changed")],
      [
        includedComponent("new"),
        includedComponent("changed", { version: 2 }),
        includedComponent("same"),
        includedComponent("branch"),
      ],
    );
    assert.deepEqual(
      differences.map(({ name, before, after }) => [name, before?.version, after?.version]),
      [
        ["new", undefined, 1],
        ["changed", 1, 2],
        ["branch", undefined, 1],
        ["old", 1, undefined],
      ],
    );
    const [onBranch] = includedDifferences(
      [includedComponent("a")],
      [includedComponent("a", { modifiedDate: "2026-02-01T09:00:00Z" })],
    );
    assert.equal(onBranch?.name, "a");
  });

  it("are none between a version and itself, and the same in both directions", () => {
    const components = fc.uniqueArray(
      fc.record({ name: fc.constantFrom("a", "b", "c", "d"), version: fc.integer({ min: 1, max: 2 }) }),
      { selector: ({ name }) => name },
    );
    const included = components.map((list) =>
      list.map(({ name, version }) => includedComponent(name, { version })),
    );
    fc.assert(
      fc.property(included, included, (one, other) => {
        assert.deepEqual(includedDifferences(one, one), []);
        const names = (list: { name: string }[]) => list.map(({ name }) => name).sort();
        assert.deepEqual(names(includedDifferences(one, other)), names(includedDifferences(other, one)));
      }),
    );
  });
});
