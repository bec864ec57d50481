import { chmodSync, constants, copyFileSync, linkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { backupFolder, freeName, newPartialFile, timestamp } from "./backupFolder.ts";
import { renameFile } from "../../sqlite/renameFile.ts";
import { syncFile, syncFolder } from "./syncFile.ts";
import { localFormat } from "../localFormat.ts";
import { toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { storeErrors } from "../storeErrors.ts";
import { isOfAnotherProgram } from "../../sqlite/databaseFile.ts";
import { backupErrors } from "./backupErrors.ts";

/** The content of the store file for the moment in which no program may open the old or the new store. */
const marker = "The store of integration packs is being restored from a backup.\n";

/**
 * Replaces a damaged store by an intact one and moves the damaged one to the backup folder. Returns its path there. This
 * program must not have the store open. Other programs that have it open notice that the file was replaced and stop writing.
 *
 * If this is interrupted at any point, the store is the damaged one, the intact one, or a file that is refused as damaged.
 *
 * @throws `StoreUnavailable`
 */
export function replaceDamagedStore(store: string, intact: string, now: Date): string {
  try {
    if (isOfAnotherProgram(store, localFormat)) throw backupErrors.storeOfAnotherProgram(store);
    const saved = freeName(backupFolder(store), `${timestamp(now)}-damaged`);
    saveAs(store, saved);
    const log = `${store}-wal`;
    if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) {
      saveAs(log, `${saved}-wal`);
      putInPlace(writeMarker(store), store);
    }
    syncFolder(backupFolder(store));
    chmodSync(intact, statSync(saved).mode);
    // SQLite would write the old log into the new store, and share the log's index with programs that have the old
    // store open.
    for (const part of ["-wal", "-shm"]) rmSync(`${store}${part}`, { force: true });
    syncFolder(dirname(store));
    putInPlace(intact, store);
    return saved;
  } catch (error) {
    throw toDatabaseError(error, store, storeErrors);
  }
}

/** Gives the file a second name, or copies it where the file system has no links. */
function saveAs(file: string, saved: string): void {
  try {
    linkSync(file, saved);
  } catch {
    copyFileSync(file, saved, constants.COPYFILE_EXCL);
    syncFile(saved);
  }
}

function putInPlace(file: string, store: string): void {
  renameFile(file, store);
  syncFolder(dirname(store));
}

function writeMarker(store: string): string {
  const file = newPartialFile(store);
  writeFileSync(file, marker, { flush: true });
  return file;
}
