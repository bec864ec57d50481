import assert from "node:assert/strict";
import type { ComponentVersions } from "../../../../src/model/release/release.ts";
import { versionChanges } from "../../../../src/model/release/versionChange.ts";
import { packagedVersion } from "../../../support/fixtures/packagedVersion.ts";

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
  it("distinguish upgrades and roll-backs by the age of versions, never by their text", () => {
    assert.equal(change("9", "10")?.kind, "upgrade");
    assert.equal(change("10", "hotfix")?.kind, "upgrade");
    assert.equal(change("hotfix", "9")?.kind, "rollBack");
    assert.equal(change("", "9")?.kind, "new");
    assert.equal(change("9", "")?.kind, "removed");
    assert.equal(change("9", "9")?.kind, "unchanged");
  });

  it("list the versions that an upgrade adds or a roll-back takes back, oldest first", () => {
    const passed = (from: string, to: string) =>
      change(from, to)?.passed.map(({ packageVersion }) => packageVersion);
    assert.deepEqual(passed("9", "hotfix"), ["10", "hotfix"]);
    assert.deepEqual(passed("hotfix", "9"), ["10", "hotfix"]);
    assert.deepEqual(passed("", "10"), ["10"]);
    assert.deepEqual(passed("10", "10"), []);
  });

  it("list only the version after, or none, where the one before or after is not known", () => {
    const passed = (from: string, to: string) =>
      change(from, to)?.passed.map(({ packageVersion }) => packageVersion);
    assert.deepEqual(passed("gone", "10"), ["10"]);
    assert.deepEqual(passed("10", "gone"), []);
    assert.deepEqual(passed("10", ""), []);
  });

  it("are sorted by the name of the component: that of its version after, else before, else of any", () => {
    const named = (componentId: string, ...names: readonly string[]) =>
      names.map((name, at) => packagedVersion(componentId, name, String(at + 1), "2026-01-01T00:00:00Z"));
    const names = new Map([
      ["both", named("both", "Before", "After")],
      ["left", named("left", "Left")],
      ["any", named("any", "Any")],
    ]);
    const changes = versionChanges({ both: "1", left: "1" }, { both: "2", any: "gone", id: "1" }, names);
    assert.deepEqual(
      changes.map(({ componentName }) => componentName),
      ["After", "Any", "id", "Left"],
    );
  });

  it("include unknown components and versions", () => {
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

  it("read only own keys of the versions, not members of every object", () => {
    assert.equal(versionChanges({ toString: "1" }, {}, new Map()).length, 1);
    assert.equal(versionChanges({}, { constructor: "1" }, new Map())[0]?.from, "");
  });
});
