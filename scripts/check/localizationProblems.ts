import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { glossaryProblems, readGlossary } from "./glossary.ts";
import { shownStrings } from "./shownStrings.ts";
import { missingTexts, translationProblems, type Texts } from "./translationProblems.ts";

const textsSchema = v.record(v.string(), v.string());

/** The texts of code, which `npm run l10n` writes. */
export const bundleFile = "l10n/bundle.l10n.json";

const glossaryFile = "docs/glossary.md";

const originals = [bundleFile, "package.nls.json"];

/** The files and folders whose texts are translated: all but the command line, which is English for all. */
export function translatedPaths(root: string): string[] {
  const names = readdirSync(join(root, "src")).filter((name) => name !== "cli");
  return [...names.map((name) => `src/${name}`), "webview-ui"];
}

/** What is wrong with the texts of the code, the bundle that is generated of them, and their translations. */
export function localizationProblems(root: string): string[] {
  const { problems } = shownStrings(root, ["src", "webview-ui"]);
  const { strings } = shownStrings(root, translatedPaths(root));
  const bundle = readTexts(root, bundleFile);
  const isOutdated =
    strings.size !== Object.keys(bundle).length || [...strings.keys()].some((text) => bundle[text] !== text);
  return [
    ...problems,
    ...(isOutdated ? [`${bundleFile} is outdated: run npm run l10n`] : []),
    ...languages(root).flatMap((language) => languageProblems(root, language)),
  ];
}

/** What is wrong with the two files of a language, by file. */
function languageProblems(root: string, language: string): string[] {
  const terms =
    readGlossary(readFileSync(join(root, glossaryFile), "utf8"))[language] ?? new Map<string, string>();
  return originals.flatMap((original) => {
    const file = translationOf(original, language);
    const texts = readTexts(root, original);
    const translated = readTexts(root, file);
    const problems = [
      ...translationProblems(texts, translated),
      ...glossaryProblems(terms, texts, translated),
    ];
    return problems.map((problem) => `${file}: ${problem}`);
  });
}

/** The texts that a language lacks, by the file that they belong into, each with its English text and where it is used. */
export function missingTextsOf(root: string, language: string): Record<string, Texts> {
  const { strings } = shownStrings(root, translatedPaths(root));
  const missing = originals.map((original): [file: string, Texts] => {
    const file = translationOf(original, language);
    const texts = readTexts(root, original);
    const keys = missingTexts(texts, readTexts(root, file));
    return [file, Object.fromEntries(keys.map((key) => [key, strings.get(key) ?? texts[key] ?? ""]))];
  });
  return Object.fromEntries(missing);
}

/** The languages that have a translation of the code or of the manifest, sorted. */
function languages(root: string): string[] {
  const files = [...readdirSync(join(root, "l10n")), ...readdirSync(root)];
  const found = files.flatMap((file) => /^(?:bundle\.l10n|package\.nls)\.(.+)\.json$/.exec(file)?.[1] ?? []);
  return [...new Set(found)].sort();
}

function translationOf(original: string, language: string): string {
  return original.replace(/\.json$/, `.${language}.json`);
}

/** The texts of a file. None if there is no such file. */
function readTexts(root: string, file: string): Texts {
  const path = join(root, file);
  return existsSync(path) ? v.parse(textsSchema, JSON.parse(readFileSync(path, "utf8"))) : {};
}
