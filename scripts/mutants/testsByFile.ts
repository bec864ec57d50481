import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { checkout } from "../editor/editor.ts";

/** Imports that exist at run time, and files that are started by their path. */
const references = [
  /^(?:import|export)\s(?!type\b)[^;"]*from\s+"(\.[^"]+)"/gm,
  /^import\s+"(\.[^"]+)"/gm,
  /\bimport\("(\.[^"]+)"\)/g,
  /\bnew URL\("(\.[^"]+)",\s*import\.meta\.url\)/g,
];

/** Finds the unit and contract tests that load a file. */
export class TestsByFile {
  readonly #importers = new Map<string, Set<string>>();

  constructor() {
    for (const file of globSync("{src,webview-ui,test,scripts}/**/*.{ts,tsx}", { cwd: checkout })) {
      const source = readFileSync(join(checkout, file), "utf8");
      for (const [, path = ""] of references.flatMap((each) => [...source.matchAll(each)])) {
        const imported = posix.join(dirname(file), path);
        const importers = this.#importers.get(imported) ?? new Set();
        this.#importers.set(imported, importers.add(file));
      }
    }
  }

  /** The test files that import the file, those with the fewest files in between first. */
  of(file: string): string[] {
    const found = new Set([file]);
    for (const each of found) {
      for (const importer of this.#importers.get(each) ?? []) found.add(importer);
    }
    return [...found].filter((each) => /^test\/(?:unit|contract)\/.*\.test\.ts$/.test(each));
  }
}
