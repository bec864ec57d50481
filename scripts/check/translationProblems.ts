import { changedParts } from "./preservedParts.ts";

/** Texts by their keys; those of code have the English text as their key. */
export type Texts = Readonly<Record<string, string>>;

/** The keys of the texts that a translation lacks, or has empty. */
export function missingTexts(original: Texts, translated: Texts): string[] {
  return Object.keys(original).filter((key) => (translated[key] ?? "").trim() === "");
}

/** What is wrong with a translation, and what to do: missing and obsolete texts, and those that lost a part. */
export function translationProblems(original: Texts, translated: Texts): string[] {
  const missing = missingTexts(original, translated).map(
    (key) => `${key}: not translated. Add it with its translation.`,
  );
  const wrong = Object.entries(translated).flatMap(([key, text]) => {
    const source = original[key];
    if (source === undefined) return [`${key}: obsolete. Remove it.`];
    return text.trim() === "" ? [] : differences(source, text).map((each) => `${key}: ${each}`);
  });
  return [...missing, ...wrong];
}

function differences(source: string, text: string): string[] {
  return [
    ...changedParts(source, text),
    ...(linesOf(source) === linesOf(text) ? [] : [`has other lines. Use ${linesOf(source)}.`]),
    ...(asksMore(source) === asksMore(text) ? [] : ['only one of the texts ends with "…".']),
    ...(text !== source || !isSentence(source) ? [] : ["still English. Translate it."]),
  ];
}

/** Whether a text ends with the "…" by which VS Code marks that more is asked. Sentences end with it by the name of a command. */
function asksMore(text: string): boolean {
  return text.endsWith("…") && !/[.。]/.test(text);
}

function linesOf(text: string): number {
  return text.split("\n").length;
}

/** Whether a text has so many words that no language shares all of them with English. */
function isSentence(text: string): boolean {
  return (text.match(/(?<![\w{`./-])[A-Za-z]{2,}(?![\w}`./-])/g) ?? []).length > 3;
}
