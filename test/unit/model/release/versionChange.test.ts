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
