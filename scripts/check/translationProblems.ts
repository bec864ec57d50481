import { placeholders } from "./shownStrings.ts";

/** Texts by their keys; those of code have the English text as their key. */
export type Texts = Readonly<Record<string, string>>;

/** What is wrong with a translation: missing and unknown texts, empty ones, other placeholders, other links. */
export function translationProblems(language: string, original: Texts, translated: Texts): string[] {
  const missing = Object.keys(original).filter((key) => !Object.hasOwn(translated, key));
  const unknown = Object.keys(translated).filter((key) => !Object.hasOwn(original, key));
  const wrong = Object.entries(translated).flatMap(([key, text]) => {
    const source = original[key];
    return source === undefined ? [] : differences(source, text).map((each) => `${key}: ${each}`);
  });
  return [
    ...missing.map((key) => `${key}: not translated`),
    ...unknown.map((key) => `${key}: no such text`),
    ...wrong,
  ].map((problem) => `${language}: ${problem}`);
}

function differences(source: string, text: string): string[] {
  if (text.trim() === "") return ["empty"];
  return [
    ...(String(placeholders(source)) === String(placeholders(text)) ? [] : ["other placeholders"]),
    ...(String(links(source)) === String(links(text)) ? [] : ["other links"]),
  ];
}

/** The commands and addresses that a text links to, sorted. */
function links(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? "").sort();
}
