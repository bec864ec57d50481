// What people fill in, click or copy, so that it is the same in every language.
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["placeholders", /\$?\{\w+\}/g],
  ["links", /\]\([^)]+\)/g],
  ["icons", /\$\([\w~-]+\)/g],
  ["code", /`[^`]+`/g],
  ["settings", /\bintegrationPacks(?:\.\w+)+/g],
  ["options", /(?<!\S)--[a-z][a-z-]*/g],
  ["environment variables", /\b[A-Z]+_[A-Z_]+\b/g],
  ["addresses", /\b[a-z]+:\/\/[\w.:/?=@-]*[\w/]/g],
];

/** Any of these parts. */
export const preservedPart = new RegExp(patterns.map(([, { source }]) => source).join("|"));

/** The parts that must survive translation and differ, by kind: placeholders, links, icons, names of settings and more. */
export function changedParts(source: string, translated: string): string[] {
  return patterns.flatMap(([kind, pattern]) => {
    const [expected, actual] = [partsOf(source, pattern), partsOf(translated, pattern)];
    return expected === actual
      ? []
      : [`other ${kind}. Use ${expected || "none"} instead of ${actual || "none"}.`];
  });
}

/** Each part once and sorted: languages differ in order and in how often they name a thing. */
function partsOf(text: string, pattern: RegExp): string {
  return [...new Set(text.match(pattern) ?? [])].sort().join(", ");
}
