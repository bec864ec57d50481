import assert from "node:assert/strict";
import { isFromBranch, isFromOtherBranch } from "../../../../src/model/pack/branch.ts";

describe("rule 5: the branch of a version", () => {
  const version = (branchName: string) => ({ branchName });

  it("is compared without letter case and outer space", () => {
    for (const name of ["main", "Main", "MAIN", " main "]) {
      assert.equal(isFromBranch(version(name), "main"), true, name);
      assert.equal(isFromOtherBranch(version(name), " Main"), false, name);
    }
    assert.equal(isFromBranch(version("main-2"), "main"), false);
    assert.equal(isFromOtherBranch(version("main-2"), "main"), true);
  });

  it("is never another branch when it is empty, nor when no branch is preferred", () => {
    for (const [name, releaseBranch] of [
      ["", "main"],
      [" ", "main"],
      ["hotfix", ""],
      ["", ""],
    ] as const) {
      assert.equal(isFromOtherBranch(version(name), releaseBranch), false);
      assert.equal(isFromBranch(version(name), releaseBranch), false);
    }
  });
});
