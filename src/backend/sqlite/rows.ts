import type { SQLOutputValue } from "node:sqlite";

/** A row as SQLite gives it; read its columns with `text`, `optionalText`, `integer` and `flag`. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A value of another type than its column admits: the tables are strict, so the file is damaged. */
export class DamagedRowError extends TypeError {}

/** The text in a column. @throws `DamagedRowError`, as all of these */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new DamagedRowError(`The column ${column} holds no text.`);
  return value;
}

/** The text in a column, nothing where it is NULL. */
export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** The whole number in a column. */
export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new DamagedRowError(`The column ${column} holds no number.`);
  return value;
}

/** Whether a column holds true. */
export function flag(row: Row, column: string): boolean {
  return integer(row, column) === 1;
}

/** Puts rows under the key that they belong to, in their order. */
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
