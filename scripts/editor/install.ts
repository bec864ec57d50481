import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { cached } from "./cache.ts";
import { findProgram, run } from "./commands.ts";
import { editorReleases, type EditorRelease, type EditorVersion } from "./versions.ts";

/** An installed editor: the Node that it needs, and the script that starts its server. */
export interface InstalledEditor {
  readonly node: string;
  readonly serverMain: string;
}

/** Gives the editor of a version, installing it into the cache at first use. */
export async function installEditor(version: EditorVersion): Promise<InstalledEditor> {
  const release = editorReleases[version];
  const folder = await cached(`code-server-${release.codeServer}`, (unfinished) => fill(unfinished, release));
  return {
    node: nodeIn(folder),
    serverMain: join(folder, "server/node_modules/code-server/lib/vscode/out/server-main.js"),
  };
}

async function fill(folder: string, release: EditorRelease): Promise<void> {
  requireBuildTools();
  console.error(`Installing VS Code ${release.vscode} for tests into ${folder}. This takes minutes, once.`);
  await npmInstall(join(folder, "node"), `node@${release.node}`, []);
  const env = buildEnvironment(folder);
  const server = join(folder, "server");
  const flags = release.withoutScripts ? ["--ignore-scripts"] : [];
  await npmInstall(server, `code-server@${release.codeServer}`, flags, env);
  if (release.withoutScripts) await buildByHand(join(server, "node_modules/code-server/lib/vscode"), env);
}

/** Does what the package's own install script would do, but for the parts that it would download. */
async function buildByHand(vscode: string, env: NodeJS.ProcessEnv): Promise<void> {
  await run("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: vscode,
    env,
  });
  for (const native of [
    "@vscode/spdlog",
    "native-watchdog",
    "@parcel/watcher",
    "@vscode/deviceid",
    "kerberos",
  ]) {
    await run("npm", ["rebuild", native], { cwd: vscode, env });
  }
}

async function npmInstall(
  folder: string,
  what: string,
  flags: readonly string[],
  env: NodeJS.ProcessEnv = environment(),
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await run("npm", ["install", what, "--no-audit", "--no-fund", ...flags], { cwd: folder, env });
}

/** The environment without what an outer `npm run` left in it: it names the outer folder and the outer Node. */
function environment(): NodeJS.ProcessEnv {
  const kept = /^npm_config_(userconfig|globalconfig|cache|cafile|strict_ssl|.*registry|.*proxy)$/;
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_") || kept.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: undefined };
}

/** Puts the installed Node first, and takes the headers that come with it, which spares a download. */
function buildEnvironment(folder: string): NodeJS.ProcessEnv {
  const env = environment();
  const packages = join(folder, "node/node_modules/node/node_modules");
  const binaries = readdirSync(packages).find((name) =>
    existsSync(join(packages, name, "include/node/node.h")),
  );
  return {
    ...env,
    PATH: [join(folder, "node/node_modules/node/bin"), env.PATH].join(delimiter),
    ...(binaries === undefined ? {} : { npm_config_nodedir: join(packages, binaries) }),
  };
}

function nodeIn(folder: string): string {
  return join(folder, "node/node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
}

/** @throws one line that says what to install, when the native parts cannot be built here */
function requireBuildTools(): void {
  if (process.platform !== "linux") return;
  const missing = ["python3", "make", "g++"].filter((tool) => findProgram(tool) === undefined);
  if (!existsSync("/usr/include/gssapi/gssapi.h") && !existsSync("/usr/include/gssapi.h")) {
    missing.push("libkrb5-dev");
  }
  if (missing.length > 0) {
    throw new Error(`The editor's native parts cannot be built: sudo apt-get install ${missing.join(" ")}`);
  }
}
