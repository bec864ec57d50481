import { rmSync } from "node:fs";
import { backupFiles, backupFolder, addBackup, pruneBackups } from "./backupFolder.ts";
import { Connection } from "../../sqlite/connection.ts";
import { isEmptyStore } from "../storeContent.ts";
import { changedSince, copyStore } from "./copyStore.ts";
import { findDamage } from "../../sqlite/findDamage.ts";
import { storeFileOf } from "./storeFileOf.ts";
import { toBackupError } from "./toBackupError.ts";
import { inTransaction } from "../../sqlite/inTransaction.ts";
import { storeErrors } from "../storeErrors.ts";

/** How long to wait for another program's lock, in ms. Nothing waits for the backup. */
const lockPatience = 10_000;

/**
 * Makes the backup of the day, a calendar date in UTC, unless there is one, nothing changed since the latest backup, or the
 * store is empty. Returns the path of the new backup, if any. Other programs can use the store at the same time, and several
 * programs at once make only one backup. Blocks for seconds: see dailyBackupWorker.ts.
 *
 * @throws `StoreUnavailable` when the store is damaged or the backup failed
 */
export function makeDailyBackup(path: string, now: Date): string | undefined {
  const store = storeFileOf(path);
  try {
    if (!isNeeded(store, now)) return undefined;
    return copyIntactStore(store, now);
  } catch (error) {
    throw toBackupError(error, backupFolder(store), store);
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

function copyIntactStore(store: string, now: Date): string | undefined {
  const connection = new Connection(store, "write", lockPatience);
  try {
    if (isEmptyStore(connection)) return undefined;
    const damage = findDamage(connection);
    if (damage !== undefined) throw storeErrors.damaged(store, damage);
    const copy = copyStore(connection, store);
    try {
      // With the write lock, so that only one of several programs makes the backup.
      const backup = inTransaction(connection, "IMMEDIATE", () =>
        hasBackupOf(store, now) ? undefined : addBackup(copy, store, "daily", now),
      );
      if (backup !== undefined) pruneBackups(store, backup);
      return backup;
    } finally {
      rmSync(copy, { force: true });
    }
  } finally {
    connection.close();
  }
}
