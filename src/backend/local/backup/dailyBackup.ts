import { rmSync } from "node:fs";
import { backupFiles, backupFolder, keepAsBackup, pruneBackups } from "./backupFolder.ts";
import { Connection } from "../../sqlite/connection.ts";
import { isEmpty } from "../snapshot/exportSnapshot.ts";
import { changedSince, copyStore, findDamage } from "./storeCopy.ts";
import { backupError } from "./backupErrors.ts";
import { inTransaction } from "../../sqlite/transaction.ts";
import { databaseErrors } from "../../sqlite/databaseErrors.ts";

/** How long another program's lock is waited for, in ms; nobody waits for the backup. */
const lockPatience = 10_000;

/**
 * Makes the backup of the day, a calendar date in UTC, unless there is one, nothing changed since the latest backup, or the
 * store is empty. Others read and write the store meanwhile; several programs at once make one backup. Blocks: see
 * dailyBackupWorker.ts. Resolves to the path of the backup.
 *
 * @throws `StoreUnavailable` when the store is damaged or the backup could not be kept
 */
export function makeDailyBackup(store: string, now: Date): string | undefined {
  try {
    if (!isNeeded(store, now)) return undefined;
    return copySoundStore(store, now);
  } catch (error) {
    throw backupError(error, backupFolder(store), store);
  }
}

function isNeeded(store: string, now: Date): boolean {
  const [latest] = backupFiles(store);
  return !hasBackupOf(store, now) && (latest === undefined || changedSince(store, latest.file));
}

function hasBackupOf(store: string, now: Date): boolean {
  const day = now.toISOString().slice(0, 10);
  return backupFiles(store).some(
    ({ reason, takenAt }) => reason === "daily" && takenAt.toISOString().startsWith(day),
  );
}

function copySoundStore(store: string, now: Date): string | undefined {
  const connection = new Connection(store, "write", lockPatience);
  try {
    if (isEmpty(connection)) return undefined;
    const damage = findDamage(connection);
    if (damage !== undefined) throw databaseErrors.damaged(store, damage);
    const copy = copyStore(connection, store);
    try {
      // With the write lock, so that of several programs that got here one makes the backup.
      const kept = inTransaction(connection, "IMMEDIATE", () =>
        hasBackupOf(store, now) ? undefined : keepAsBackup(copy, store, "daily", now),
      );
      if (kept !== undefined) pruneBackups(store, kept);
      return kept;
    } finally {
      rmSync(copy, { force: true });
    }
  } finally {
    connection.close();
  }
}
