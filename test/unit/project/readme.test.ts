import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";

describe("the README", () => {
  const readme = readFileSync(join(checkout, "README.md"), "utf8");

  it("has at most 180 lines", () => {
    assert.ok(readme.trimEnd().split("\n").length <= 180);
  });

  it("begins with a picture and the two commands that try the extension", () => {
    const picture = /^!\[[^\]]+\]\((docs\/[^)]+)\)$/m.exec(readme)?.[1] ?? "";
    assert.ok(existsSync(join(checkout, picture)), picture);
    const [first] = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, commands]) => commands);
    assert.equal(first, "npm ci && npm run demo\nnpm ci && npm test\n");
  });

  it("leads to every page", () => {
    const pages = readdirSync(join(checkout, "docs")).filter((name) => name.endsWith(".md"));
    assert.ok(pages.length > 10);
    assert.deepEqual(
      pages.filter((page) => !readme.includes(`](docs/${page})`)),
      [],
    );
  });
});
