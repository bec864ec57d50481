import { existsSync, renameSync } from "node:fs";
import { Connection } from "../connection.ts";
import { checkDatabaseFile } from "../databaseFile.ts";
import type { DatabaseFormat } from "../databaseFormat.ts";
import { findDamage } from "../findDamage.ts";
import { text } from "../rows.ts";
import { isLocked, toDatabaseError } from "../toDatabaseError.ts";

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
    attempt(to, format, () => renameSync(from, to));
  } finally {
    close();
  }
}

/** Opens a file that no other program has open, and keeps others out. Its write-ahead log is gone then. */
function openAlone(file: string, { errors }: DatabaseFormat): Connection {
  const connection = new Connection(file, "write");
  try {
    connection.execute("PRAGMA locking_mode = EXCLUSIVE");
    const mode = text(connection.get("PRAGMA journal_mode = DELETE") ?? {}, "journal_mode");
    if (mode !== "delete") throw errors.locked(file);
    connection.execute("BEGIN EXCLUSIVE");
    return connection;
  } catch (error) {
    connection.close();
    throw isLocked(error) ? errors.locked(file, error) : error;
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
