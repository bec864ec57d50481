import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

const textsSchema = v.record(v.string(), v.string());

type TextsByKey = Readonly<Record<string, string>>;

/** The texts of an extension in one language, found by their English originals. */
export class ExtensionTexts {
  /** The language, such as `de`. */
  readonly language: string;
  readonly #code: TextsByKey;
  readonly #titles: ReadonlyMap<string, string>;
  #english: readonly RegExp[] | undefined;
  #translated: readonly RegExp[] | undefined;

  constructor(language: string, code: TextsByKey, titles: ReadonlyMap<string, string>) {
    this.language = language;
    this.#code = code;
    this.#titles = titles;
  }

  /** A text of the code, with its placeholders replaced. @throws Error if the language lacks the text */
  text(english: string, ...values: readonly string[]): string {
    const text = this.language === "en" ? english : this.#code[english];
    if (text === undefined) throw new Error(`${this.language} lacks the text ${english}`);
    return text.replaceAll(
      /\{(\d+)\}/g,
      (placeholder, index: string) => values[Number(index)] ?? placeholder,
    );
  }

  /** A text of the manifest, such as the title of a command. @throws Error if the language lacks the text */
  title(english: string): string {
    const title = this.language === "en" ? english : this.#titles.get(english);
    if (title === undefined) throw new Error(`${this.language} lacks the title ${english}`);
    return title;
  }

  /** Whether a text that is shown is an English original, with values for its placeholders, and no text of the language. */
  isEnglish(shown: string): boolean {
    const texts = [...Object.entries(this.#code), ...this.#titles];
    this.#english ??= patternsOf(texts.map(([english]) => english));
    this.#translated ??= patternsOf(texts.map(([, translated]) => translated));
    const isOneOf = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(shown));
    return isOneOf(this.#english) && !isOneOf(this.#translated);
  }
}

/** What matches each text with any values for its placeholders. Texts without a letter of their own match anything. */
function patternsOf(texts: readonly string[]): RegExp[] {
  return texts.flatMap((text) => {
    const parts = text.split(/\{\d+\}/);
    if (!/\p{L}/u.test(parts.join(""))) return [];
    const literal = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return [new RegExp(`^${literal.join(".+")}$`)];
  });
}

/** Reads the texts of the extension in a folder. @throws Error if one English title has two translations */
export function readExtensionTexts(folder: string, language: string): ExtensionTexts {
  const english = read(join(folder, "package.nls.json"));
  if (language === "en") return new ExtensionTexts(language, {}, new Map());
  const translated = read(join(folder, `package.nls.${language}.json`));
  const titles = new Map<string, string>();
  for (const [key, original] of Object.entries(english)) {
    const title = translated[key] ?? original;
    const other = titles.get(original);
    if (other !== undefined && other !== title) {
      throw new Error(`${language}: ${original} is translated as ${other} and as ${title}`);
    }
    titles.set(original, title);
  }
  return new ExtensionTexts(language, read(join(folder, "l10n", `bundle.l10n.${language}.json`)), titles);
}

/** No texts for a file that does not exist: the editor shows the English ones then. */
function read(file: string): TextsByKey {
  return existsSync(file) ? v.parse(textsSchema, JSON.parse(readFileSync(file, "utf8"))) : {};
}
