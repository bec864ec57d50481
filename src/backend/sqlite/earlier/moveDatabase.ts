import { existsSync } from "node:fs";
import type { Connection } from "../connection.ts";
import { checkDatabaseFile } from "../databaseFile.ts";
import type { DatabaseFormat } from "../databaseFormat.ts";
import { findDamage } from "../findDamage.ts";
import { renameFile } from "../renameFile.ts";
import { openAlone } from "../openAlone.ts";
import { toDatabaseError } from "../toDatabaseError.ts";

/** Whether an open file can be renamed. Windows refuses that, so there the files are closed first. */
const renamesOpenFiles = process.platform !== "win32";

/**
 * Moves a database to the place of an empty one, or of none, in one step. No program may have either file open.
 *
 * @throws `StoreUnavailable` when a file is in use, damaged or not writable, and what `notEmpty` creates when the file in that
 * place has content. Both files are as they were then.
 */
export function moveDatabase(from: string, to: string, format: DatabaseFormat, notEmpty: () => Error): void {
  const opened: Connection[] = [];
  const open = (file: string) => {
    checkDatabaseFile({ file }, format);
    const connection = openAlone(file, format);
    opened.push(connection);
    return connection;
  };
  const close = () => {
    for (const connection of opened.splice(0)) connection.close();
  };
  try {
    const damage = attempt(from, format, () => findDamage(open(from)));
    if (damage !== undefined) throw format.errors.damaged(from, damage);
    if (existsSync(to) && attempt(to, format, () => hasContent(open(to), format))) throw notEmpty();
    if (!renamesOpenFiles) close();
    attempt(to, format, () => renameFile(from, to));
  } finally {
    close();
  }
}

/** Whether a file of the format has content. A new file has no tables yet. */
export function hasContent(connection: Connection, format: DatabaseFormat): boolean {
  return connection.pragma("user_version") > 0 && format.summarize(connection) !== undefined;
}

function attempt<T>(file: string, format: DatabaseFormat, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toDatabaseError(error, file, format.errors);
  }
}
