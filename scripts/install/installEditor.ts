import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { cachedFolder } from "./cachedFolder.ts";
import { installNode } from "./installNode.ts";
import { installPackage, npm } from "./npm.ts";
import { editorReleases, type EditorRelease, type EditorVersion } from "./versions.ts";

/** An installed editor: the Node that it needs, and the script that starts its server. */
export interface InstalledEditor {
  readonly node: string;
  readonly serverMain: string;
}

/** Runtimes of the assistant, which is turned off. They are most of what VS Code would download. */
const leftOut: readonly string[] = [
  "@devcontainers/cli",
  "@github/copilot-sdk",
  "@microsoft/mxc-sdk",
  "@vscode/sandbox-runtime",
];

/** Where the package has the server of VS Code. */
const vscodeFolder = "node_modules/code-server/lib/vscode";

/** Gives the editor of a version, installing it into the cache at first use. @throws UserError where the user can fix the cause */
export async function installEditor(version: EditorVersion): Promise<InstalledEditor> {
  const release = editorReleases[version];
  const [node, folder] = await Promise.all([
    installNode(release.node),
    cachedFolder({
      name: `vscode-${release.vscode}`,
      title: `VS Code ${release.vscode}`,
      size: release.size,
      fill: (unfinished) => fill(unfinished, release),
    }),
  ]);
  return { node, serverMain: join(folder, vscodeFolder, "out/server-main.js") };
}

async function fill(folder: string, release: EditorRelease): Promise<void> {
  await installPackage(folder, release.codeServer);
  const vscode = join(folder, vscodeFolder);
  await leaveOut(vscode);
  await npm(["install", "--omit=dev"], vscode);
  await replaceLogger(vscode);
}

interface Manifest {
  dependencies: Record<string, string>;
}

/** Takes the packages out of what `lib/vscode` depends on, in its manifest and in its lock file. */
async function leaveOut(vscode: string): Promise<void> {
  const manifestFile = join(vscode, "package.json");
  const lockFile = join(vscode, "npm-shrinkwrap.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Manifest;
  const lock = JSON.parse(await readFile(lockFile, "utf8")) as { packages: { "": Manifest } };
  for (const part of [manifest, lock.packages[""]]) {
    const needed = Object.entries(part.dependencies).filter(([name]) => !leftOut.includes(name));
    part.dependencies = Object.fromEntries(needed);
  }
  await writeFile(manifestFile, JSON.stringify(manifest));
  await writeFile(lockFile, JSON.stringify(lock));
}

/** VS Code writes its log files with a native module, which would have to be built. */
async function replaceLogger(vscode: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, "fileLogger.ts")],
    outfile: join(vscode, "node_modules/@vscode/spdlog/index.js"),
    platform: "node",
    format: "cjs",
    bundle: true,
    allowOverwrite: true,
    logLevel: "silent",
  });
}
