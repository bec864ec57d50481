import type { OutputStream, Surroundings } from "./surroundings.ts";

/** What stands for characters that this program writes itself. */
const plainer: Readonly<Record<string, string>> = { "→": "->", "…": "...", "–": "-", "‹": "<", "›": ">" };

/**
 * The text as a terminal can show it: in a locale without UTF-8, other characters than ASCII are replaced, or shown by their
 * code. Files and pipes get UTF-8 in every locale.
 */
export function toTerminalText(
  text: string,
  { isTerminal }: OutputStream,
  environment: Surroundings["environment"],
): string {
  if (!isTerminal || showsUnicode(environment)) return text;
  return text.replace(/[^\0-\x7F]/gu, (character) => plainer[character] ?? `<U+${codeOf(character)}>`);
}

/** The first variable that is set decides. Without any, as on Windows and in many containers, it is assumed. */
function showsUnicode({ LC_ALL, LC_CTYPE, LANG }: Surroundings["environment"]): boolean {
  const locale = [LC_ALL, LC_CTYPE, LANG].find((each) => each !== undefined && each !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
