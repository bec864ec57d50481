import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { sizes } from "../../bench/sizes.ts";
import {
  checkout,
  openEditor,
  removeFolder,
  temporaryFolder,
  type Editor,
} from "../../scripts/editor/editor.ts";
import { installExtension } from "../../scripts/editor/server.ts";
import { Workbench } from "../e2e/support/workbench.ts";

describe("the packaged extension", () => {
  const vsix = join(checkout, "integration-packs.vsix");
  let dataFolder: string;
  let workspace: string;
  let editor: Editor | undefined;

  before("install it into a separate editor", async () => {
    dataFolder = await temporaryFolder("installed");
    workspace = await temporaryFolder("workspace");
    await installExtension("current", dataFolder, vsix);
  });

  after(async () => {
    await editor?.close();
    await Promise.all([dataFolder, workspace].map(removeFolder));
  });

  /** The folder into which the editor unpacked the VSIX. */
  function installedFolder(): string {
    const extensions = join(dataFolder, "extensions");
    const names = readdirSync(extensions, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    assert.match(names.join(), /^packworks\.integration-packs-[^,]*$/);
    return join(extensions, names.join());
  }

  it("contains only code, media, manifest and documents", () => {
    const folder = installedFolder();
    const files = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    const kinds = [
      /^dist\/[\w-]+\.js$/,
      /^dist\/ThirdPartyNotices\.txt$/,
      /^dist\/webview\/[\w-]+\.(js|css)$/,
      /^media\/([\w-]+\/)?[\w.-]+\.(svg|png|json|md)$/,
      /^(package|package\.nls(\.[\w-]+)?)\.json$/,
      /^l10n\/bundle\.l10n\.[\w-]+\.json$/,
      /^(readme|changelog)\.md$/i,
      /^license(\.txt)?$/i,
      /^\.vsixmanifest$/,
    ];
    assert.ok(files.includes("dist/extension.js"), "dist/extension.js is missing");
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
  });

  it("contains every translation", () => {
    const translations = globSync(["l10n/bundle.l10n.*.json", "package.nls.*.json"], { cwd: checkout });
    assert.ok(translations.length > 0);
    const folder = installedFolder();
    assert.deepEqual(
      translations.filter((file) => !existsSync(join(folder, file))),
      [],
    );
  });

  it("has the notices of the packages that are bundled", () => {
    const notices = readFileSync(join(installedFolder(), "dist/ThirdPartyNotices.txt"), "utf8");
    for (const name of ["axios", "preact", "pg", "valibot", "@vscode/l10n", "@vscode/webview-ui-toolkit"]) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w.-]+\\)$`, "m"));
    }
    assert.doesNotMatch(notices, /^(@modelcontextprotocol\/\w+|commander|typescript|mocha) \d/m);
  });

  for (const { name, kilobytes, target } of sizes) {
    it(`stays within ${target} KB: ${name}`, () => {
      const size = kilobytes();
      assert.ok(size > 0 && size <= target, `${size} KB`);
    });
  }

  it("has a page with links that the editor can open", () => {
    const page = readFileSync(join(installedFolder(), "readme.md"), "utf8");
    const tokens = new MarkdownIt().parse(page, {}).flatMap(({ children }) => children ?? []);
    assert.ok(tokens.length > 0, "the page is empty");
    const addresses = tokens.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []);
    assert.deepEqual(
      addresses.filter((address) => !/^(https:|#)/.test(address)),
      [],
    );
  });

  it("activates, loads the sample packs and opens the wizard", async () => {
    editor = await openEditor({ workspace, dataFolder, extension: false });
    const workbench = new Workbench(editor);
    await workbench.openPacks();
    await workbench.button("Load Sample Packs").click();
    await workbench.packs.inlineAction("Order to Cash", "Release Integration Pack…");
    await workbench.webview
      .getByRole("heading", { name: "Release Integration Pack: Select Versions" })
      .waitFor();
    assert.deepEqual(editor.consoleErrors, []);
  });
});
