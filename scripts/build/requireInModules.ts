import { readFileSync, writeFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** Packages in CommonJS, such as those below axios, ask for Node's modules by `require`, which an ES module lacks. */
export const requireInModules =
  'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);';

/** Removes the banner from the files that do not use it. esbuild writes it into each one, and most are small. */
export const dropUnusedRequire: Plugin = {
  name: "drop unused require",
  setup(build) {
    build.onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.outputs ?? {})) writeWithoutUnusedRequire(file);
    });
  },
};

function writeWithoutUnusedRequire(file: string): void {
  const text = readFileSync(file, "utf8");
  const shorter = withoutUnusedRequire(text);
  if (shorter !== text) writeFileSync(file, shorter);
}

/** The text of a module without the banner if nothing in it uses `require`. */
export function withoutUnusedRequire(text: string): string {
  const rest = text.startsWith(`${requireInModules}\n`) ? text.slice(requireInModules.length + 1) : text;
  return /\brequire\b/.test(rest) ? text : rest;
}
