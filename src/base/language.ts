let language = "en";
let rules: Intl.PluralRules | undefined;
let list: Intl.ListFormat | undefined;
let order: Intl.Collator | undefined;

/** Sets the language that texts are shown in, a BCP 47 tag: numbers of things, lists and orders follow it. English at first. */
export function setLanguage(tag: string): void {
  language = tag;
  rules = list = order = undefined;
}

/** Chooses between the texts for one and for several things by the plural rules of the language. */
export function plural(count: number, one: string, other: string): string {
  rules ??= new Intl.PluralRules(language);
  return rules.select(count) === "one" ? one : other;
}

/** Lists names or short texts as the language does, such as "A, B, C" in English and "A、B、C" in Japanese. */
export function listed(texts: readonly string[]): string {
  list ??= new Intl.ListFormat(language, { style: "narrow" });
  return list.format(texts);
}

/** Joins sentences, each with its full stop. Empty ones are left out. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.!?…。！？]["'”’」）)]?$/u.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}

/** The order of names in the language, and of numbers in them by value: `Orders 2` before `Orders 10`. */
export function nameOrder(): Intl.Collator {
  return (order ??= new Intl.Collator(language, { numeric: true }));
}
