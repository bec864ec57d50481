/** A part of a text, and what replaces it. */
export interface TextChange {
  readonly index: number;
  readonly original: string;
  readonly replacement: string;
}

const changes: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(?<=\s)AND(?=\s)/g, "OR"],
  [/(?<=\s)OR(?=\s)(?!\s+(?:IGNORE|REPLACE)\b)/g, "AND"],
  [/(?<=\s)=(?=\s)/g, "<>"],
  [/(?<=\s)<>(?=\s)/g, "="],
  [/(?<=\s)<(?=\s)/g, "<="],
  [/(?<=\s)<=(?=\s)/g, "<"],
  [/(?<=\s)>(?=\s)/g, ">="],
  [/(?<=\s)>=(?=\s)/g, ">"],
  [/\bIS NULL\b/g, "IS NOT NULL"],
  [/\bIS NOT NULL\b/g, "IS NULL"],
  [/\bNOT (?=EXISTS|IN)\b/g, ""],
];

/** The changes of a text with SQL that reads or writes rows: another operator or condition. */
export function findSqlChanges(text: string): TextChange[] {
  if (!/\b(?:SELECT|UPDATE|DELETE|WHERE)\b/.test(text) || /\b(?:CREATE|DROP|ALTER)\s/.test(text)) return [];
  return changes.flatMap(([pattern, replacement]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !isAssignment(text.slice(0, index)))
      .map(({ index, 0: original }) => ({ index, original, replacement })),
  );
}

/** Whether what follows the text is an assignment: the last clause before it is `SET`. */
function isAssignment(before: string): boolean {
  return [...before.matchAll(/\b(?:SET|WHERE|ON|WHEN|SELECT|HAVING)\b/g)].at(-1)?.[0] === "SET";
}
