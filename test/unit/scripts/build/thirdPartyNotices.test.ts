import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { billOfMaterials } from "../../../../scripts/build/licenses/billOfMaterials.ts";
import { bundledPackages } from "../../../../scripts/build/licenses/bundledPackages.ts";
import { allowedLicenses, readLicense } from "../../../../scripts/build/licenses/readLicense.ts";
import { thirdPartyNotices } from "../../../../scripts/build/licenses/thirdPartyNotices.ts";

const output = (inputs: Record<string, { bytesInOutput: number }>) => ({
  outputs: { "dist/x.js": { bytes: 1, inputs, imports: [], exports: [] } },
});

describe("third-party notices", () => {
  const folder = mkdtempSync(join(tmpdir(), "integration-packs-licenses-"));
  after(() => rmSync(folder, { recursive: true }));

  /** Makes a package with these files. */
  function packageWith(manifest: object, files: Readonly<Record<string, string>> = {}): string {
    const made = join(folder, String(Math.random()).slice(2));
    mkdirSync(made);
    writeFileSync(join(made, "package.json"), JSON.stringify({ name: "x", version: "1.0.0", ...manifest }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
    return made;
  }

  it("are for the packages of which something is in a bundle, each once, whichever folder they are in", () => {
    const content = output({
      "src/extension.ts": { bytesInOutput: 10 },
      "node_modules/axios/lib/axios.js": { bytesInOutput: 1 },
      "node_modules/axios/lib/other.js": { bytesInOutput: 1 },
      "node_modules/axios/node_modules/agent-base/dist/index.js": { bytesInOutput: 1 },
      "node_modules/@vscode/l10n/dist/browser.js": { bytesInOutput: 1 },
      "node_modules/dropped/index.js": { bytesInOutput: 0 },
      "drop:node_modules/@microsoft/fast-element/index.js": { bytesInOutput: 3 },
    });
    assert.deepEqual(bundledPackages([content, content]), [
      "node_modules/@microsoft/fast-element",
      "node_modules/@vscode/l10n",
      "node_modules/axios",
      "node_modules/axios/node_modules/agent-base",
    ]);
  });

  it("contain name, version, license and every text", () => {
    const made = packageWith(
      { license: "Apache-2.0" },
      { LICENSE: "The text\n", "NOTICE.txt": "The notice" },
    );
    const text = thirdPartyNotices([readLicense(made)]);
    assert.match(text, /^x 1\.0\.0 \(Apache-2\.0\)\n\nThe text\n\nThe notice$/m);
  });

  it("take the text from the README, else the standard text with the author", () => {
    const readme = "# x\n\n## License\n\nCopyright (c) Ann\n\nPermission is hereby granted, …";
    assert.match(
      readLicense(packageWith({ license: "MIT" }, { "README.md": readme })).texts.join(),
      /^Copyright \(c\) Ann/,
    );
    const named = packageWith({ license: "ISC", author: "Ben <ben@example.com>" }, { "README.md": "# x" });
    assert.match(readLicense(named).texts.join(), /^Copyright \(c\) Ben\n\nPermission to use/);
  });

  for (const license of [
    "GPL-3.0",
    "AGPL-3.0-only",
    "UNLICENSED",
    "SEE LICENSE IN X",
    "MIT AND GPL-3.0",
    "",
    undefined,
  ]) {
    it(`refuse the license ${String(license)}`, () => {
      const made = packageWith({ license }, { LICENSE: "text" });
      assert.throws(() => readLicense(made), /x 1\.0\.0 may not be bundled/);
    });
  }

  it("accept every license of the list, and a choice that has one", () => {
    for (const license of [...allowedLicenses, "(GPL-2.0 OR MIT)"]) {
      assert.equal(readLicense(packageWith({ license }, { LICENSE: "text" })).license, license);
    }
  });

  it("refuse a package without a text that is not one of the short licenses", () => {
    assert.throws(() => readLicense(packageWith({ license: "Apache-2.0" })), /no text of its license/);
  });

  it("come with a bill of materials that names each package by its address", () => {
    const made = packageWith({ name: "@scope/x", license: "MIT" }, { LICENSE: "text" });
    const bill = JSON.stringify(billOfMaterials({ name: "y", version: "1.0.0" }, [readLicense(made)]));
    assert.match(bill, /"bomFormat":"CycloneDX"/);
    assert.match(bill, /"purl":"pkg:npm\/%40scope\/x@1\.0\.0","licenses":\[\{"license":\{"id":"MIT"\}\}\]/);
  });
});
