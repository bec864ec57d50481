import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Sets the display language of the editor that has this data folder: an empty language pack, with which the editor shows its
 * own texts in English, and extensions show theirs in the language.
 */
export async function writeLanguage(dataFolder: string, language: string): Promise<void> {
  const data = join(dataFolder, "data");
  await mkdir(join(data, "User"), { recursive: true });
  const texts = join(data, "emptyLanguagePack.json");
  const pack = {
    hash: "empty",
    label: language,
    // The editor ignores a language that no extension provides.
    extensions: [{ extensionIdentifier: { id: "packworks.empty-language-pack" }, version: "1.0.0" }],
    translations: { vscode: texts },
  };
  await Promise.all([
    writeJson(texts, { "": ["empty"], version: "1.0.0", contents: {} }),
    writeJson(join(data, "languagepacks.json"), { [language]: pack }),
    writeJson(join(data, "User", "argv.json"), { locale: language }),
  ]);
}

function writeJson(file: string, value: unknown): Promise<void> {
  return writeFile(file, JSON.stringify(value));
}
