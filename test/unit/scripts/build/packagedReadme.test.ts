import assert from "node:assert/strict";
import { packagedReadme } from "../../../../scripts/build/packagedReadme.ts";

describe("the page of the VSIX", () => {
  const readme = [
    "[![CI](../../actions/workflows/ci.yml/badge.svg)](../../actions/workflows/ci.yml)",
    "![A picture](docs/pictures/wizard.png)",
    "[Releasing](docs/releasing.md#release-plans), [below](#below), [VS Code](https://code.visualstudio.com)",
  ].join("\n\n");

  it("has addresses of the repository in place of files", () => {
    const repository = "https://github.com/owner/name";
    assert.deepEqual(packagedReadme(readme, `${repository}.git`).split("\n\n"), [
      `[![CI](${repository}/actions/workflows/ci.yml/badge.svg)](${repository}/actions/workflows/ci.yml)`,
      `![A picture](${repository}/raw/HEAD/docs/pictures/wizard.png)`,
      `[Releasing](${repository}/blob/HEAD/docs/releasing.md#release-plans), [below](#below), [VS Code](https://code.visualstudio.com)`,
    ]);
  });

  it("has texts in place of links, and no pictures, while nobody knows the address", () => {
    assert.equal(
      packagedReadme(readme, "https://git.example.com/owner/name.git"),
      "Releasing, [below](#below), [VS Code](https://code.visualstudio.com)",
    );
  });
});
