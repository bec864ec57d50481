import { chmodSync, statSync, utimesSync } from "node:fs";
import type { BackupReason } from "../../backups.ts";
import { backupFolder, addBackup, newPartialFile } from "./backupFolder.ts";
import { syncFile } from "./syncFile.ts";
import { Connection } from "../../sqlite/connection.ts";
import { findDamage } from "../../sqlite/findDamage.ts";
import { removeDatabase } from "../../sqlite/removeDatabase.ts";
import { toBackupError } from "./toBackupError.ts";
import { storeErrors } from "../storeErrors.ts";

/**
 * Copies one consistent state of the store to a new file in the backup folder, checks it and syncs it to the disk. Returns
 * its path. Its modification time is that of the store's last change, for `changedSince`.
 *
 * @throws `StoreUnavailable`; the new file is deleted
 */
export function copyStore(connection: Connection, store: string): string {
  const lastChange = new Date(Math.ceil(changedAt(store)));
  let partial: string | undefined;
  try {
    partial = newPartialFile(store);
    connection.run("VACUUM INTO ?", partial);
    checkCopy(partial, store);
    // The same permissions: who cannot read the store cannot read its backup.
    chmodSync(partial, statSync(store).mode);
    utimesSync(partial, lastChange, lastChange);
    syncFile(partial);
    return partial;
  } catch (error) {
    if (partial !== undefined) removeDatabase(partial);
    throw toBackupError(error, backupFolder(store), store);
  }
}

/**
 * Makes a backup of the store and returns its path. Call it with the store's write lock: the backup has the state before
 * that transaction.
 *
 * @throws as `copyStore`
 */
export function backUpStore(store: string, reason: BackupReason, now: Date): string {
  const connection = new Connection(store, "write");
  try {
    const partial = copyStore(connection, store);
    try {
      return addBackup(partial, store, reason, now);
    } catch (error) {
      removeDatabase(partial);
      throw toBackupError(error, backupFolder(store), store);
    }
  } finally {
    connection.close();
  }
}

/** Whether the store has changed since it was copied, by the modification times of the files. */
export function changedSince(store: string, copy: string): boolean {
  return Math.floor(changedAt(store)) > Math.round(statSync(copy).mtimeMs);
}

/** The modification time of the store or its log, in ms since 1970. */
function changedAt(store: string): number {
  const log = statSync(`${store}-wal`, { throwIfNoEntry: false });
  return Math.max(statSync(store).mtimeMs, log && log.size > 0 ? log.mtimeMs : 0);
}

/** @throws `StoreUnavailable`, naming `store`, when the copy is damaged */
export function checkCopy(copy: string, store: string): void {
  const connection = new Connection(copy, "read");
  try {
    const damage = findDamage(connection);
    if (damage !== undefined) throw storeErrors.damaged(store, damage);
  } finally {
    connection.close();
  }
}
