// npm run l10n: writes the texts of the code, which translations are made of, into l10n/bundle.l10n.json.
// -- --missing LANGUAGE: prints the texts that a translation lacks instead.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleFile, missingTextsOf, translatedPaths } from "./check/localizationProblems.ts";
import { checkout } from "./editor/editor.ts";
import { run } from "./programs/commands.ts";

const { missing } = parseArgs({ options: { missing: { type: "string" } } }).values;
if (missing === undefined) await writeBundle();
else console.log(JSON.stringify(missingTextsOf(checkout, missing), undefined, 2));

async function writeBundle(): Promise<void> {
  const paths = translatedPaths(checkout);
  await run("npx", ["--no-install", "vscode-l10n-dev", "export", "--outDir", "l10n", ...paths], {
    cwd: checkout,
  });
  // Sorted, so that changes of the code that have nothing to do with each other do not conflict here.
  const file = join(checkout, bundleFile);
  const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const sorted = Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`);
}
