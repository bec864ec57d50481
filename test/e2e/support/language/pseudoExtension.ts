import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { checkout, temporaryFolder } from "../../../../scripts/editor/editor.ts";
import { pseudoLanguage, pseudoTranslate } from "../../../support/l10n/pseudoTranslate.ts";

const textsSchema = v.record(v.string(), v.string());

/** What the editor loads of the extension. */
const loaded = ["package.json", "package.nls.json", "dist", "l10n", "media"];

/** Copies the built extension into a new folder, and adds its pseudo-translation there. The caller removes the folder. */
export async function pseudoExtension(): Promise<string> {
  const folder = await temporaryFolder("pseudo-extension");
  for (const name of loaded) {
    await cp(join(checkout, name), join(folder, name), {
      recursive: true,
      filter: (file) => !file.endsWith(".map"),
    });
  }
  await translate(join(folder, "package.nls.json"), join(folder, `package.nls.${pseudoLanguage}.json`));
  const bundle = join(folder, "l10n/bundle.l10n");
  await translate(`${bundle}.json`, `${bundle}.${pseudoLanguage}.json`);
  return folder;
}

async function translate(source: string, target: string): Promise<void> {
  const texts = v.parse(textsSchema, JSON.parse(await readFile(source, "utf8")));
  const translated = Object.entries(texts).map(([key, text]) => [key, pseudoTranslate(text)] as const);
  await writeFile(target, JSON.stringify(Object.fromEntries(translated)));
}
