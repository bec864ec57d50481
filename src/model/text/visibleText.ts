/**
 * Characters that act on what is around them, or that nobody sees: control characters, bidirectional controls, line and
 * paragraph separators, unpaired surrogates, and those that Unicode calls ignorable, such as the zero-width space.
 * Variation selectors stay, and joiners between other characters than ASCII: emoji and many scripts need them.
 */
export const actingCharacters =
  /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u200C\u200D])[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFB]|(?<![^\0-\x7F])[\u200C\u200D]|[\u200C\u200D](?![^\0-\x7F])/gu;

/** Whether the text consists of the characters from the space to the tilde, which are shown as they are and as wide as each other. */
export function isPrintableAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

const lineEnds = /\r\n|[\r\n\u0085\u2028\u2029]/g;

/**
 * Shows text from outside in one line, and every character that acts or is invisible as a visible escape such as
 * `‹U+202E›`. Line ends and tabs become spaces.
 *
 * It escapes and does not isolate: an isolate (U+2066 to U+2069) also keeps a text from reordering its surroundings, but
 * the text may close it, a place that cuts a text loses its end, and it is copied along unseen. An escape is the same in
 * every place, in a log and in a terminal, and shows that the name is not what it seems.
 */
export function oneLine(text: string): string {
  if (isPrintableAscii(text)) return text;
  return text
    .replace(/[\t\v\f]+/g, " ")
    .replace(lineEnds, " ")
    .replace(actingCharacters, escapeVisibly);
}

/** Shows text as `oneLine` does, but leaves its lines and tabs: for notes in a place that shows several lines. */
export function severalLines(text: string): string {
  return text.split(lineEnds).map(escapeLine).join("\n");
}

function escapeLine(line: string): string {
  return line.split("\t").map(oneLine).join("\t");
}

function escapeVisibly(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
