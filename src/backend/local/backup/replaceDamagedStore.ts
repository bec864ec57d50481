import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { backupFolder, freeName, newPartialFile, syncFile, syncFolder, timestamp } from "./backupFolder.ts";
import { localFormat } from "../localFormat.ts";
import { toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { isOfAnotherProgram } from "../../sqlite/databaseFile.ts";
import { backupErrors } from "./backupErrors.ts";

/** What stands in the place of the store for the moment in which neither the old nor the new one may be opened. */
const beingRestored = "The store of integration packs is being restored from a backup.\n";

/**
 * Puts a whole store in the place of a damaged one that no connection of this program has open. Other programs that do
 * find another file in its place, and write no more. The damaged one is kept beside it, never deleted; resolves to its path.
 *
 * Whenever this is interrupted, the store is the damaged one or the whole one, or a file that is refused as damaged.
 *
 * @throws `StoreUnavailable`
 */
export function replaceDamagedStore(store: string, whole: string, now: Date): string {
  try {
    if (isOfAnotherProgram(store, localFormat)) throw backupErrors.storeOfAnotherProgram(store);
    const kept = freeName(backupFolder(store), `${timestamp(now)}-damaged`);
    keepBeside(store, kept);
    const log = `${store}-wal`;
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      keepBeside(log, `${kept}-wal`);
      putInPlace(writeMarker(store), store);
    }
    syncFolder(backupFolder(store));
    chmodSync(whole, statSync(kept).mode);
    // SQLite would put what is in the old log into the new store, and share the index of the log with its old users.
    for (const part of ["-wal", "-shm"]) rmSync(`${store}${part}`, { force: true });
    syncFolder(dirname(store));
    putInPlace(whole, store);
    return kept;
  } catch (error) {
    throw toDatabaseError(error, store);
  }
}

/** The same file by a second name; a copy where the file system has no such thing. */
function keepBeside(file: string, kept: string): void {
  try {
    linkSync(file, kept);
  } catch {
    copyFileSync(file, kept, constants.COPYFILE_EXCL);
    syncFile(kept);
  }
}

function putInPlace(file: string, store: string): void {
  renameSync(file, store);
  syncFolder(dirname(store));
}

function writeMarker(store: string): string {
  const marker = newPartialFile(store);
  writeFileSync(marker, beingRestored, { flush: true });
  return marker;
}
