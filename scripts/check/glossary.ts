import type { Texts } from "./translationProblems.ts";

/** The terms of the product by language, each by its English term. */
export type Glossary = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** The names of the columns of the glossary's table, and the languages that they are for. */
const languages: Readonly<Record<string, string>> = { Deutsch: "de", 日本語: "ja" };

/** Reads the table of the glossary. */
export function readGlossary(markdown: string): Glossary {
  const [header = [], , ...rows] = markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return Object.fromEntries(
    header.flatMap((title, column) => {
      const language = languages[title];
      const terms = rows.map((cells) => [cells[1] ?? "", cells[column] ?? ""] as const);
      return language === undefined ? [] : [[language, new Map(terms)]];
    }),
  );
}

/** The texts that have a term of the glossary in English, and not its translation. */
export function glossaryProblems(
  terms: ReadonlyMap<string, string>,
  original: Texts,
  translated: Texts,
): string[] {
  return Object.entries(original).flatMap(([key, source]) => {
    const text = translated[key];
    if (text === undefined) return [];
    return [...terms]
      .filter(([term, translation]) => names(source, term) && !isNamed(text, translation))
      .map(
        ([term, translation]) => `${key}: other word for "${term}". Use "${translation}" (docs/glossary.md).`,
      );
  });
}

/** Whether an English text names the term, in singular or plural. Names of settings and commands do not count. */
function names(source: string, term: string): boolean {
  return new RegExp(`(?<![\\w.-])${term}(?:s|es)?(?![\\w.-]\\w)`, "i").test(source);
}

/** Whether a text has all words of one form of the translation, with any inflection. */
function isNamed(text: string, translation: string): boolean {
  const lower = text.toLowerCase();
  const forms = translation.toLowerCase().split(" / ");
  return forms.some((form) => form.split(" ").every((word) => lower.includes(stemOf(word))));
}

/** A word without "…" and the endings of German. Words of the other languages have none of these. */
function stemOf(word: string): string {
  return word.endsWith("…") ? word.slice(0, -1) : word.replace(/(?:e[rnsm]?|n|s)$/, "");
}
