import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../src/cli/commands.ts";
import { InstalledCli } from "../support/cli/installedCli.ts";
import { store } from "../support/fixtures/store.ts";

/** Writes the address of each module that Node.js loads to standard error. */
const reportLoading = `
  import { registerHooks } from "node:module";
  import { writeSync } from "node:fs";
  registerHooks({ load: (url, context, next) => (writeSync(2, "loaded " + url + "\\n"), next(url, context)) });`;

describe("the files of the command line's package", () => {
  let cli: InstalledCli;

  before("make it and install it without a network", async () => (cli = await InstalledCli.install()));
  after(() => cli.dispose());

  it("contains the bundle, its schemas and its documents, and nothing to install beside it", () => {
    const files = readdirSync(cli.packageFolder, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(cli.packageFolder.length + 1));
    const kinds = [
      /^dist\/cli\/[\w-]+\.js$/,
      /^dist\/cli\/ThirdPartyNotices\.txt$/,
      /^dist\/cli\/schemas\/[\w-]+\.schema\.json$/,
      /^docs\/cli\.md$/,
      /^(LICENSE|README\.md|package\.json)$/,
    ];
    assert.deepEqual(
      files.filter((file) => !kinds.some((kind) => kind.test(file))),
      [],
    );
    assert.deepEqual(
      readdirSync(join(cli.folder, "node_modules")).filter((name) => !name.startsWith(".")),
      ["integration-packs"],
    );
    for (const { schema } of commands()) {
      if (schema !== undefined)
        assert.ok(files.includes(`dist/cli/schemas/${schema}`), `${schema} is missing`);
    }
  });

  it("has the notices of the packages that are bundled", () => {
    const notices = readFileSync(join(cli.packageFolder, "dist/cli/ThirdPartyNotices.txt"), "utf8");
    for (const name of ["@modelcontextprotocol/server", "commander", "axios", "valibot"]) {
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w.-]+\\)$`, "m"));
    }
    assert.doesNotMatch(notices, /^(preact|@vscode\/webview-ui-toolkit) \d/m);
  });

  it("has no path of this machine", () => {
    const bundle = join(cli.packageFolder, "dist", "cli");
    for (const file of readdirSync(bundle)) {
      if (!file.endsWith(".js")) continue;
      assert.ok(!readFileSync(join(bundle, file), "utf8").includes(process.cwd()), file);
    }
  });

  /** The names of the files of the bundle that a command loads. */
  async function loadedFiles(...args: readonly string[]): Promise<string[]> {
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(reportLoading)}`;
    const { exitCode, errorOutput } = await cli.run(args, { environment: { NODE_OPTIONS } });
    assert.equal(exitCode, 0, errorOutput);
    return [...errorOutput.matchAll(/^loaded file:.*\/dist\/cli\/(.*)$/gm)].map(([, file = ""]) => file);
  }

  it("are loaded by the commands that need them, and few by the quick ones", async () => {
    writeFileSync(join(cli.folder, "packs.json"), JSON.stringify(store()));
    await cli.run(["import", "packs.json", "--yes", "--store", "packs.db"]);
    const version = await loadedFiles("--version");
    assert.ok(version.length <= 5, version.join());
    const list = await loadedFiles("list", "--store", "packs.db");
    assert.ok(list.length <= 5, list.join());
    assert.ok(list.includes("program.js"));
    const show = await loadedFiles("show", "Order to Cash", "--store", "packs.db");
    for (const files of [version, list, show]) {
      assert.doesNotMatch(files.join(), /mcp|openAccount|postgres|esm-/);
    }
  });
});
