import type { SQLOutputValue } from "node:sqlite";

/** A row of a query. Read its columns with the functions of this file, which all throw `DamagedRowError`. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A column contains a value that its definition does not allow, so the file is damaged. */
export class DamagedRowError extends TypeError {}

/** The text in a column. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new DamagedRowError(`The column ${column} contains no text.`);
  return value;
}

/** The text in a column; nothing for NULL. */
export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** The whole number in a column. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new DamagedRowError(`The column ${column} contains no number.`);
  return value;
}

/** The boolean in a column, stored as 0 or 1. */
export function flag(row: Row, column: string): boolean {
  return integer(row, column) === 1;
}

/** The word in a column, one of `words`. */
export function word<const Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const value = text(row, column);
  const found = words.find((each) => each === value);
  if (found === undefined) throw new DamagedRowError(`The column ${column} contains "${value}".`);
  return found;
}

/** The JSON in a column, as `parse` reads it. */
export function json<T>(row: Row, column: string, parse: (json: string) => T): T {
  try {
    return parse(text(row, column));
  } catch (error) {
    throw new DamagedRowError(`The column ${column} contains other JSON than expected.`, { cause: error });
  }
}

/** Groups rows by the number in a column, in their order. */
export function groupBy<T>(
  rows: readonly Row[],
  column: string,
  read: (row: Row) => T,
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const key = integer(row, column);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(read(row));
  }
  return groups;
}
