import assert from "node:assert/strict";
import fc from "fast-check";
import { includedDifferences } from "../../../../src/model/pack/includedDifference.ts";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import { versionChanges } from "../../../../src/model/release/versionChange.ts";
import { summarizeVersions } from "../../../../src/model/release/summarizeVersions.ts";
import { includedComponent, packagedVersion } from "../../../support/fixtures/packagedVersion.ts";

const versions = [
  packagedVersion("c", "Create Order", "hotfix", "2026-03-01T09:00:00Z", { notes: "Quick\nfix" }),
  packagedVersion("c", "Create Order", "10", "2026-02-01T09:00:00Z"),
  packagedVersion("c", "Create Order", "9", "2026-01-01T09:00:00Z"),
];
const known = new Map([["c", versions]]);
const change = (from: string, to: string) => {
  const side = (version: string): ComponentVersions => (version === "" ? {} : { c: version });
  return versionChanges(side(from), side(to), known)[0];
};

describe("the changes between two sets of versions", () => {
  it("tell upgrades and roll-backs by age, never by the text of the version", () => {
    assert.equal(change("9", "10")?.kind, "upgrade");
    assert.equal(change("10", "hotfix")?.kind, "upgrade");
    assert.equal(change("hotfix", "9")?.kind, "rollBack");
    assert.equal(change("", "9")?.kind, "new");
    assert.equal(change("9", "")?.kind, "removed");
    assert.equal(change("9", "9")?.kind, "unchanged");
  });

  it("name the versions that an upgrade takes in and a roll-back takes back, oldest first", () => {
    const passed = (from: string, to: string) =>
      change(from, to)?.passed.map(({ packageVersion }) => packageVersion);
    assert.deepEqual(passed("9", "hotfix"), ["10", "hotfix"]);
    assert.deepEqual(passed("hotfix", "9"), ["10", "hotfix"]);
    assert.deepEqual(passed("", "10"), ["10"]);
    assert.deepEqual(passed("10", "10"), []);
  });

  it("keep components and versions that nobody knows any more", () => {
    const [gone] = versionChanges({ gone: "1" }, { gone: "2" }, known);
    assert.deepEqual(gone, {
      componentId: "gone",
      componentName: "gone",
      from: "1",
      to: "2",
      kind: "upgrade",
      passed: [],
    });
  });

  it("know own members of the versions only, not those of every object", () => {
    assert.equal(versionChanges({ toString: "1" }, {}, new Map()).length, 1);
    assert.equal(versionChanges({}, { constructor: "1" }, new Map())[0]?.from, "");
  });
});

describe("the summary of one side of a comparison", () => {
  it("lists what is on the side, with notes, so that what did not change is the same on both", () => {
    const changes = versionChanges({ c: "9", d: "1" }, { c: "hotfix", d: "1" }, known);
    const before = summarizeVersions("Pack", changes, "before");
    const after = summarizeVersions("Pack", changes, "after");
    assert.match(before, /Create Order\n {2}Version: 9\n/);
    assert.match(after, /Create Order\n {2}Version: hotfix\n[^]* {2}Notes:\n {4}Quick\n {4}fix\n/);
    const unchanged = /\nd\n {2}Version: 1\n {2}This version is not known any more\.\n/;
    assert.match(before, unchanged);
    assert.match(after, unchanged);
  });

  it("leaves out what is not there, and keeps names in their line", () => {
    const hostile = new Map([["x", [packagedVersion("x", "A\nVersion: 2", "1", "2026-01-01T09:00:00Z")]]]);
    const changes = versionChanges({}, { x: "1" }, hostile);
    assert.equal(summarizeVersions("Pack", changes, "before"), "Pack\nComponents: 0\n\n\n");
    assert.match(summarizeVersions("Pack", changes, "after"), /\nA Version: 2\n {2}Version: 1\n/);
  });
});

describe("the included components that differ", () => {
  it("are those with another revision or date, and those on one side alone", () => {
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

  it("are none between a version and itself, and the same ones both ways", () => {
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
