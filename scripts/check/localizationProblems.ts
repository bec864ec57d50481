import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { shownStrings } from "./shownStrings.ts";
import { translationProblems, type Texts } from "./translationProblems.ts";

const textsSchema = v.record(v.string(), v.string());

/** The texts of code, which `npm run l10n` writes. */
export const bundleFile = "l10n/bundle.l10n.json";

/** What is wrong with the texts of the code, the bundle that is generated of them, and their translations. */
export function localizationProblems(root: string): string[] {
  const read = (file: string): Texts =>
    v.parse(textsSchema, JSON.parse(readFileSync(join(root, file), "utf8")));
  const { strings, problems } = shownStrings(root, ["src", "webview-ui"]);
  const bundle = read(bundleFile);
  const isOutdated =
    strings.size !== Object.keys(bundle).length || [...strings].some((text) => bundle[text] !== text);
  const manifest = read("package.nls.json");
  return [
    ...problems,
    ...(isOutdated ? [`${bundleFile} is outdated: run npm run l10n`] : []),
    ...translations(join(root, "l10n"), /^bundle\.l10n\.(.+)\.json$/).flatMap(({ language, file }) =>
      translationProblems(language, bundle, read(join("l10n", file))),
    ),
    ...translations(root, /^package\.nls\.(.+)\.json$/).flatMap(({ language, file }) =>
      translationProblems(language, manifest, read(file)),
    ),
  ];
}

function translations(folder: string, pattern: RegExp): { language: string; file: string }[] {
  return readdirSync(folder).flatMap((file) => {
    const language = pattern.exec(file)?.[1];
    return language === undefined ? [] : [{ language, file }];
  });
}
