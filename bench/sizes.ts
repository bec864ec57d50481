import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkout } from "../scripts/editor/editor.ts";
import { compressedSizes } from "./compressedSizes.ts";

/** The size of a part of the package that `npm run package` made. */
export interface Size {
  readonly name: string;
  /** The limit, in kilobytes of 1,000 bytes. */
  readonly target: number;
  readonly kilobytes: () => number;
}

const vsix = "integration-packs.vsix";

export const sizes: readonly Size[] = [
  { name: "The VSIX, without translations", target: 500, kilobytes: untranslatedKilobytes },
  { name: "The German translation", target: 45, kilobytes: () => translationKilobytes("de") },
  { name: "The Japanese translation", target: 45, kilobytes: () => translationKilobytes("ja") },
  {
    name: "Code that is loaded at activation",
    target: 60,
    kilobytes: () => kilobytes([...importedBy("dist/extension.js")]),
  },
  {
    name: "Code and styles of the webviews",
    target: 263,
    kilobytes: () => kilobytes(globSync("dist/webview/*", { cwd: checkout })),
  },
];

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(checkout, file)).size, 0) / 1000;
}

/** The size of the VSIX without the files of single languages, so that the limit stays when a language is added. */
function untranslatedKilobytes(): number {
  return statSync(join(checkout, vsix)).size / 1000 - translationKilobytes("[^/]+");
}

/** What the files of a language add to the VSIX. A pattern of languages stands for several. */
function translationKilobytes(language: string): number {
  const isTranslation = new RegExp(`\\.(?:l10n|nls)\\.${language}\\.json$`);
  const translations = [...compressedSizes(readFileSync(join(checkout, vsix)))].filter(([path]) =>
    isTranslation.test(path),
  );
  return translations.reduce((sum, [, size]) => sum + size, 0) / 1000;
}

/** The file and everything that it imports statically. */
function importedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(checkout, file), "utf8");
  for (const [, from, alone] of text.matchAll(/from\s*"\.\/([^"]+)"|import"\.\/([^"]+)"/g)) {
    importedBy(join(dirname(file), basename(from ?? alone ?? "")), found);
  }
  return found;
}
