// Bundles the extension (split, so that only what the first view needs is loaded at activation), the webview, the command
// line, and the tests that run inside the extension host. `--cli`: the command line alone.
import { context } from "esbuild";
import { globSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { builtinModules } from "./scripts/build/builtinModules.ts";
import { joinChunks } from "./scripts/build/joinChunks.ts";
import { pageAliases } from "./scripts/build/pageAliases.ts";
import { dropUnusedParts } from "./scripts/build/dropUnusedParts.ts";
import { sharedScriptPlugins } from "./scripts/build/sharedScripts.ts";
import { compactToolkitStyles } from "./scripts/build/compactToolkitStyles.ts";
import { dropUnusedRequire, requireInModules } from "./scripts/build/requireInModules.ts";
import { writeCliSchemas } from "./scripts/build/cliSchemas.ts";
import { writeBillOfMaterials } from "./scripts/build/licenses/billOfMaterials.ts";
import { noticesFile, writeThirdPartyNotices } from "./scripts/build/licenses/thirdPartyNotices.ts";
import { treeShakeToolkit } from "./scripts/build/treeShakeToolkit.ts";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");
const onlyCli = process.argv.includes("--cli");

const sharedScripts = sharedScriptPlugins();

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : "linked",
  logLevel: "warning",
  target: "es2023",
  // The notices of the packages are in a file of their own.
  legalComments: "none",
  metafile: true,
};

// Without production, the source maps count the line of the banner.
const requirePlugins = production ? [dropUnusedRequire] : [];

const smallerPackages = {
  // The smaller build of the two; it gets the texts from its caller, so it need not read files.
  "@vscode/l10n": "@vscode/l10n/dist/browser.js",
  "form-data": "./scripts/build/nodeFormData.cjs",
};

const extension = {
  ...common,
  banner: { js: requireInModules },
  entryPoints: {
    extension: "src/extension.ts",
    dailyBackupWorker: "src/backend/local/backup/dailyBackupWorker.ts",
  },
  outdir: "dist",
  platform: "node",
  format: "esm",
  splitting: true,
  external: ["vscode"],
  alias: { ...smallerPackages, "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  plugins: [sharedScripts.fillIn, ...requirePlugins],
};

// Split, so that a command loads only what it needs.
const cli = {
  ...common,
  entryPoints: {
    "integration-packs": "src/cli/main.ts",
    dailyBackupWorker: "src/backend/local/backup/dailyBackupWorker.ts",
  },
  outdir: "dist/cli",
  platform: "node",
  format: "esm",
  splitting: true,
  alias: smallerPackages,
  plugins: [builtinModules, ...requirePlugins],
};

/** What every command loads, and what the quickest one adds, becomes one file. */
const joined = {
  name: "program.js",
  folder: cli.outdir,
  joined: [
    "src/cli/runProgram.ts",
    "src/cli/commands/list.ts",
    "src/cli/backend/openChosenBackend.ts",
    "src/backend/local/localPackList.ts",
  ],
  // Without arguments to read, the version is written at once.
  apart: ["src/cli/main.ts", "src/cli/readVersion.ts"],
};

const webview = {
  ...common,
  // A script for each page, by the name of its folder, and what several pages share.
  entryPoints: Object.fromEntries(
    globSync("webview-ui/*/main.tsx").map((file) => [basename(dirname(file)), file]),
  ),
  chunkNames: "shared-[hash]",
  outdir: "dist/webview",
  platform: "browser",
  format: "esm",
  splitting: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  alias: pageAliases,
  plugins: [compactToolkitStyles, dropUnusedParts, treeShakeToolkit, sharedScripts.find],
};

const hostTests = {
  ...common,
  entryPoints: ["test/host/index.ts", "test/host/**/*.test.ts"],
  outbase: "test/host",
  outdir: "out/host",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  format: "cjs",
  external: ["vscode", "mocha"],
  plugins: [sharedScripts.fillIn],
};

const builds = [cli, ...(onlyCli ? [] : [webview, extension]), ...(onlyCli || production ? [] : [hostTests])];

for (const folder of onlyCli ? ["dist/cli"] : ["dist", "out"])
  rmSync(folder, { recursive: true, force: true });
writeCliSchemas("dist/cli/schemas");
const contents = new Map();
for (const options of builds) {
  const build = await context(options);
  if (watch) {
    await build.watch();
  } else {
    contents.set(options, (await build.rebuild()).metafile);
    await build.dispose();
  }
}

if (production) await joinChunks({ ...joined, outputs: contents.get(cli).outputs });

if (!watch) {
  writeThirdPartyNotices(`dist/cli/${noticesFile}`, [contents.get(cli)]);
  if (!onlyCli) {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    writeThirdPartyNotices(`dist/${noticesFile}`, [contents.get(webview), contents.get(extension)]);
    writeBillOfMaterials(
      "dist/billOfMaterials.cdx.json",
      manifest,
      [webview, extension, cli].map((options) => contents.get(options)),
    );
  }
}
