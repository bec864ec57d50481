import { preservedPart } from "../../../scripts/check/preservedParts.ts";

/** The language for which the pseudo-translation stands. No language of the world has this code. */
export const pseudoLanguage = "qps-ploc";

/** What encloses each pseudo-translated text. The product and the data of tests use neither character. */
export const pseudoBrackets = { open: "⟦", close: "⟧" } as const;

/** How much longer a pseudo-translated text is than the English one. Translations into German rarely exceed it. */
const growth = 1.4;

/** What a translation copies. */
const copied = new RegExp(`(${preservedPart.source}|\\n)`);

/** The letters that stand for `A` to `Z` and `a` to `z`. */
const accented = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž";

/**
 * Translates an English text for a test: each letter gets an accent, vowels repeat until the text is 40 % longer, and brackets
 * enclose it. A badge, which has at most two characters, only gets accents.
 */
export function pseudoTranslate(text: string): string {
  if (text.length <= 2) return accent(text);
  // VS Code marks by an ellipsis at the end that a command asks for more.
  if (text.endsWith("…")) return `${pseudoTranslate(text.slice(0, -1))}…`;
  const parts = text.split(copied);
  const translated = parts.map((part, index) => (index % 2 === 1 ? part : accent(lengthen(part)))).join("");
  const { open, close } = pseudoBrackets;
  return `${open}${translated}${close}`;
}

/** Repeats vowels, evenly over the text, so that the words grow and not their number. */
function lengthen(text: string): string {
  const wanted = Math.ceil(text.length * growth) - text.length;
  const vowels = text.match(/[aeiou]/gi)?.length ?? 0;
  if (vowels === 0) return text;
  let seen = 0;
  return text.replaceAll(/[aeiou]/gi, (vowel) => {
    const repeated = Math.floor(((seen + 1) * wanted) / vowels) - Math.floor((seen * wanted) / vowels);
    seen += 1;
    return vowel + vowel.toLowerCase().repeat(repeated);
  });
}

function accent(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => {
    const place = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(letter);
    return accented[place] ?? letter;
  });
}
