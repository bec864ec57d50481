/** The word of the list that the text is. @throws `TypeError` for another text, which the table does not admit */
export function oneOf<const Word extends string>(words: readonly Word[], value: string): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new TypeError(`"${value}" is none of ${words.join(", ")}.`);
  return word;
}
