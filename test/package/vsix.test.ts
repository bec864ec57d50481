import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
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

  before("install it into an editor of its own", async () => {
    dataFolder = await temporaryFolder("installed");
    workspace = await temporaryFolder("workspace");
    await installExtension("current", dataFolder, vsix);
  });

  after(async () => {
    await editor?.close();
    await Promise.all([dataFolder, workspace].map(removeFolder));
  });

  it("holds what runs and what describes it, and nothing else", () => {
    const folders = readdirSync(join(dataFolder, "extensions"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    assert.match(folders.map(({ name }) => name).join(), /^packworks\.integration-packs-[^,]*$/);
    const installed = join(dataFolder, "extensions", folders[0]?.name ?? "");
    const files = readdirSync(installed, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    const kinds = [
      /^dist\/[\w-]+\.js$/,
      /^dist\/webview\/[\w-]+\.(js|css)$/,
      /^media\/([\w-]+\/)?[\w.-]+\.(svg|png|json|md)$/,
      /^docs\/pictures\/[\w-]+\.png$/,
      /^(package|package\.nls)\.json$/,
      /^(readme|changelog)\.md$/i,
      /^license(\.txt)?$/i,
      /^\.vsixmanifest$/,
    ];
    assert.ok(files.includes("dist/extension.js"), "there is nothing to run");
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
  });

  it("is smaller than a megabyte", () => {
    assert.ok(statSync(vsix).size < 1_000_000, `${statSync(vsix).size} bytes`);
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
