import { userInfo } from "node:os";
import { pseudoBrackets } from "../../../support/l10n/pseudoTranslate.ts";
import type { ShownText } from "./shownTexts.ts";

/** A text in brackets, which may contain others. */
const translated = new RegExp(
  `${pseudoBrackets.open}[^${pseudoBrackets.open}${pseudoBrackets.close}]*${pseudoBrackets.close}`,
);

/** What separates labels beside each other, and the items of a list by Intl, which knows no pseudo-language. */
const separator = / · |, | - /;

/** What stands for a translated sentence, and for any other translated text. */
const sentence = "◆";
const phrase = "◇";

/** Latin letters that no language changes: dates by Intl, which knows no pseudo-language, zones, addresses, names of files. */
const unchanged: readonly RegExp[] = [
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g,
  /\b(Sun|Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?)(day)?\b/g,
  /\b\d{1,2}:\d{2}\s[AP]M\b/g,
  /\b(UTC|GMT|E[SD]T|America\/New_York)\b/g,
  new RegExp(`\\b${userInfo().username}\\b`, "g"),
];

/** The texts that are English, or glued of translated parts. The data of the test has no Latin letters. */
export function untranslated(texts: readonly ShownText[], allowed: readonly RegExp[] = []): string[] {
  const found = texts.flatMap(({ place, text }) => {
    const rest = withoutTranslated(
      [...allowed, ...unchanged].reduce((each, some) => each.replaceAll(some, ""), text),
    );
    if (/[A-Za-z]{2}/.test(rest)) return [`English: ${text} (${place})`];
    return rest.split(separator).some(isGlued) ? [`glued: ${text} (${place})`] : [];
  });
  return [...new Set(found)];
}

function withoutTranslated(text: string): string {
  const next = text.replace(translated, ([...inside]) =>
    /[.:?]/.test(inside.at(-2) ?? "") ? sentence : phrase,
  );
  return next === text ? text : withoutTranslated(next);
}

/** Whether a phrase stands beside another phrase or beside data. Sentences may follow each other. */
function isGlued(text: string): boolean {
  const [first, ...others] = text.split(phrase);
  return others.length > 0 && (others.length > 1 || /[\p{L}\p{N}]/u.test(`${first ?? ""}${others[0] ?? ""}`));
}
