import { chmodSync, rmSync, statSync, utimesSync } from "node:fs";
import type { BackupReason } from "../../backups.ts";
import { backupFolder, keepAsBackup, newPartialFile, syncFile } from "./backupFolder.ts";
import { Connection } from "../../sqlite/connection.ts";
import { text } from "../../sqlite/rows.ts";
import { backupError } from "./backupErrors.ts";
import { databaseErrors } from "../../sqlite/databaseErrors.ts";

/**
 * Copies what the store holds, as of one moment, into a file of its own in the folder of its backups: checked, and on the
 * disk. Its time of modification is that of the last change in it, so that `changedSince` can tell.
 *
 * @throws `StoreUnavailable`; nothing is left behind
 */
export function copyStore(connection: Connection, store: string): string {
  const lastChange = new Date(Math.ceil(changedAt(store)));
  let partial: string | undefined;
  try {
    partial = newPartialFile(store);
    connection.run("VACUUM INTO ?", partial);
    checkCopy(partial, store);
    // Who may not read the store may not read its backup.
    chmodSync(partial, statSync(store).mode);
    utimesSync(partial, lastChange, lastChange);
    syncFile(partial);
    return partial;
  } catch (error) {
    if (partial !== undefined) removeDatabase(partial);
    throw backupError(error, backupFolder(store), store);
  }
}

/**
 * Keeps what the store holds as a backup, as it was before the transaction of whoever calls this with the write lock of the
 * store; resolves to its path. @throws as `copyStore`
 */
export function backUp(store: string, reason: BackupReason, now: Date): string {
  const connection = new Connection(store, "write");
  try {
    const partial = copyStore(connection, store);
    try {
      return keepAsBackup(partial, store, reason, now);
    } catch (error) {
      removeDatabase(partial);
      throw backupError(error, backupFolder(store), store);
    }
  } finally {
    connection.close();
  }
}

/** What is wrong with the database, all of it checked; nothing when it is sound. Takes seconds for one of 200 MB. */
export function findDamage(connection: Connection): string | undefined {
  const finding = text(connection.get("PRAGMA integrity_check(1)") ?? {}, "integrity_check");
  if (finding !== "ok") return finding;
  return connection.get("PRAGMA foreign_key_check") && "a row refers to one that is not there";
}

/** Whether the store was changed, as far as the file system tells, since what is in the copy. */
export function changedSince(store: string, copy: string): boolean {
  return Math.floor(changedAt(store)) > Math.round(statSync(copy).mtimeMs);
}

/** Deletes a database that nobody has open, with what SQLite may have put beside it. */
export function removeDatabase(file: string): void {
  for (const part of ["", "-journal", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
}

/** When the store was changed last, in ms. */
function changedAt(store: string): number {
  const log = statSync(`${store}-wal`, { throwIfNoEntry: false });
  return Math.max(statSync(store).mtimeMs, log && log.size > 0 ? log.mtimeMs : 0);
}

function checkCopy(copy: string, store: string): void {
  const connection = new Connection(copy, "read");
  try {
    const damage = findDamage(connection);
    if (damage !== undefined) throw databaseErrors.damaged(store, damage);
  } finally {
    connection.close();
  }
}
