import assert from "node:assert/strict";
import { build } from "esbuild";
import { dropUnusedParts } from "../../../../scripts/build/dropUnusedParts.ts";
import { treeShakeToolkit } from "../../../../scripts/build/treeShakeToolkit.ts";

/** What the pages get of a module. */
async function bundled(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    plugins: [dropUnusedParts, treeShakeToolkit],
  });
  return outputFiles.map(({ text }) => text).join("");
}

describe("the parts of packages that the pages do not use", function () {
  this.timeout(20_000);

  it("are left out of the calendar", async () => {
    const text = await bundled('import "cally";');
    assert.match(text, /customElements\.define\("calendar-date"/);
    assert.match(text, /customElements\.define\("calendar-month"/);
    assert.doesNotMatch(text, /calendar-range|calendar-multi|calendar-select|maxYears/);
  });

  it("are left out of the toolkit", async () => {
    const text = await bundled(`
      import { provideVSCodeDesignSystem, vsCodeButton } from "@vscode/webview-ui-toolkit";
      provideVSCodeDesignSystem().register(vsCodeButton());`);
    assert.match(text, /"button-primary-background"/);
    assert.doesNotMatch(text, /"badge-background"|capsLock/);
  });
});
