import assert from "node:assert/strict";
import {
  findVersions,
  selectableVersions,
} from "../../../../../webview-ui/wizard/versions/selectableVersions.ts";
import { component, version } from "../../../../support/wizardMessages.ts";

const texts = (versions: ReturnType<typeof findVersions>) =>
  versions.map(({ packageVersion }) => packageVersion);

describe("the versions in the dialog Select Version (rule 5)", () => {
  it("are those that can be chosen, and the current one whatever its state", () => {
    const versions = [
      version("3", { shareable: false }),
      version("2", { deleted: true }),
      version("1.0", { deleted: true }),
      version("0.9"),
    ];
    assert.deepEqual(texts(selectableVersions(versions, component("a"))), ["1.0", "0.9"]);
  });

  it("are found by each word of the version, its notes, its author and its branch", () => {
    const versions = [
      version("2.0", { notes: "Faster lookups", createdBy: "ada@example.com", branchName: "main" }),
      version("1.0", { notes: "First", createdBy: "bob@example.com", branchName: "feature" }),
    ];
    for (const search of ["2.0", "LOOKUPS", "ada faster", "main"]) {
      assert.deepEqual(texts(findVersions(versions, search)), ["2.0"], search);
    }
    assert.deepEqual(texts(findVersions(versions, " ")), ["2.0", "1.0"]);
    assert.deepEqual(texts(findVersions(versions, "ada feature")), []);
  });
});
