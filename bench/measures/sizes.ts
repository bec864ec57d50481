import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Measure } from "../measure.ts";

/** Kilobytes, of 1,000 bytes. */
const kilobytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;

export const vsixSize = size("The VSIX", 400, () => {
  run("npm", ["run", "package"]);
  return ["integration-packs.vsix"];
});

export const activationSize = size("Code that is loaded at activation", 60, () =>
  importedBy("dist/extension.js"),
);

export const webviewSize = size("Code and styles of the webviews", 200, () => globSync("dist/webview/*"));

/** A measure whose floor is nothing: the value itself is what counts. */
function size(name: string, target: number, filesOf: () => string[]): Measure {
  return {
    name,
    floor: "nothing",
    unit: "KB",
    target,
    run: () => {
      run("node", ["esbuild.js", "--production"]);
      return Promise.resolve({ ours: [kilobytes(filesOf())], floor: [] });
    },
  };
}

/** The file and everything that it imports at once; what it imports later is left out. */
function importedBy(file: string, found = new Set<string>()): string[] {
  if (found.has(file)) return [...found];
  found.add(file);
  for (const [, imported = ""] of readFileSync(file, "utf8").matchAll(
    /from\s*"\.\/([^"]+)"|import"\.\/([^"]+)"/g,
  )) {
    if (imported !== "") importedBy(join(dirname(file), basename(imported)), found);
  }
  return [...found];
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}`);
}
