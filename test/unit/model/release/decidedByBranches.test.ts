import assert from "node:assert/strict";
import type { PackComponent } from "../../../../src/model/pack/pack.ts";
import {
  decidedByBranches,
  dependsOnBranches,
  preselectedVersion,
} from "../../../../src/model/release/preselectedVersions.ts";
import { component, packOf } from "../../../support/arbitrary/arbitraryPack.ts";

describe("rule 5: the branches of versions", () => {
  const cases: readonly [why: string, Partial<PackComponent>, decides: boolean][] = [
    ["has a latest version", { latestVersion: "2" }, true],
    ["has no latest version", {}, false],
    ["has a pending version", { latestVersion: "2", pendingVersion: "1" }, false],
    ["leaves", { latestVersion: "2", deleted: true }, false],
  ];
  for (const [why, differences, decides] of cases) {
    it(`${decides ? "decide" : "do not decide"} the preselection of a component that ${why}`, () => {
      const one = component("a", { currentVersion: "1", ...differences });
      assert.equal(dependsOnBranches(one), decides);
      assert.deepEqual(decidedByBranches(packOf(one), {}), decides ? ["a"] : []);
    });
  }

  it("need not be read for a component whose version is chosen", () => {
    const pack = packOf(component("a", { latestVersion: "2" }), component("b", { latestVersion: "2" }));
    assert.deepEqual(decidedByBranches(pack, { a: "1" }), ["b"]);
  });

  it("are not asked for where they do not decide", () => {
    const versionsOf = () => assert.fail("versions were asked for");
    const read = (differences: Partial<PackComponent>) =>
      preselectedVersion(component("a", differences), { releaseBranch: "main", versionsOf });
    assert.equal(read({ currentVersion: "1" }), "1");
    assert.equal(read({ currentVersion: "1", latestVersion: "2", deleted: true }), "2");
  });
});
