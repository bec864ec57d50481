import assert from "node:assert/strict";
import { componentTypeName } from "../../../../src/model/pack/componentTypeName.ts";
import { otherBranchMark } from "../../../../src/model/pack/otherBranchMark.ts";
import { checkDeploymentModel, checkInstallationType } from "../../../../src/model/pack/packKinds.ts";
import { throwsWith } from "../../../support/rejectsWith.ts";

describe("the kinds of packs and components", () => {
  it("are installation types in capital letters", () => {
    for (const type of ["SINGLE", "MULTI"]) assert.equal(checkInstallationType(type), type);
    for (const type of ["single", "", undefined]) {
      throwsWith(() => checkInstallationType(type), "InvalidRequest", /SINGLE.*MULTI/);
    }
  });

  it("are deployment models in small letters", () => {
    for (const model of ["packaged", "legacy"]) assert.equal(checkDeploymentModel(model), model);
    for (const model of ["Legacy", ""]) {
      throwsWith(() => checkDeploymentModel(model), "InvalidRequest", /packaged.*legacy/);
    }
  });

  it("are processes and API Services", () => {
    assert.equal(componentTypeName("process"), "Process");
    assert.equal(componentTypeName("webservice"), "API Service");
  });
});

describe("the mark of a version from another branch", () => {
  it("names that branch, and is empty for the release branch", () => {
    assert.equal(otherBranchMark({ branchName: "hotfix" }, "main"), "other branch: hotfix");
    assert.equal(otherBranchMark({ branchName: "Main" }, "main"), "");
  });
});
