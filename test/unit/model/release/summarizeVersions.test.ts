import assert from "node:assert/strict";
import { versionChanges } from "../../../../src/model/release/versionChange.ts";
import { summarizeVersions } from "../../../../src/model/release/summarizeVersions.ts";
import { packagedVersion } from "../../../support/fixtures/packagedVersion.ts";

const versions = [
  packagedVersion("c", "Create Order", "hotfix", "2026-03-01T09:00:00Z", { notes: "Quick\nfix" }),
  packagedVersion("c", "Create Order", "10", "2026-02-01T09:00:00Z"),
  packagedVersion("c", "Create Order", "9", "2026-01-01T09:00:00Z"),
];
const known = new Map([["c", versions]]);

describe("the summary of one side of a comparison", () => {
  it("lists the components of the side with their notes, and unchanged ones equally on both sides", () => {
    const changes = versionChanges({ c: "9", d: "1" }, { c: "hotfix", d: "1" }, known);
    const before = summarizeVersions("Pack", changes, "before");
    const after = summarizeVersions("Pack", changes, "after");
    assert.match(before, /Create Order\n {2}Version: 9\n/);
    assert.match(after, /Create Order\n {2}Version: hotfix\n[^]* {2}Notes:\n {4}Quick\n {4}fix\n/);
    const unchanged = /\nd\n {2}Version: 1\n {2}This version is no longer known\.\n/;
    assert.match(before, unchanged);
    assert.match(after, unchanged);
  });

  it("has everything that is known of a version, and its notes only where it has some", () => {
    const deleted = packagedVersion("c", "Create Order", "8", "2025-12-01T09:00:00Z", { deleted: true });
    const changes = versionChanges({ c: "8" }, { c: "9" }, new Map([["c", [...versions, deleted]]]));
    const textOf = (side: "before" | "after") => summarizeVersions("Pack", changes, side).split("\n");
    const linesOf = (version: string, day: string) => [
      "Pack",
      "Components: 1",
      "",
      "Create Order",
      `  Version: ${version}`,
      "  Component version: 1",
      `  Created: ${day} 09:00 UTC by dev@example.com`,
      "  Branch: main",
      "  Folder: Orders",
      `  Packaged component ID: c-${version}`,
    ];
    assert.deepEqual(textOf("before"), [...linesOf("8", "2025-12-01"), "  This version is deleted.", ""]);
    assert.deepEqual(textOf("after"), [...linesOf("9", "2026-01-01"), ""]);
  });

  it("leaves out missing components, and keeps names on one line", () => {
    const hostile = new Map([["x", [packagedVersion("x", "A\nVersion: 2", "1", "2026-01-01T09:00:00Z")]]]);
    const changes = versionChanges({}, { x: "1" }, hostile);
    assert.equal(summarizeVersions("Pack", changes, "before"), "Pack\nComponents: 0\n\n\n");
    assert.match(summarizeVersions("Pack", changes, "after"), /\nA Version: 2\n {2}Version: 1\n/);
  });
});
