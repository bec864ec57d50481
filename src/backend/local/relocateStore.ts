import * as l10n from "@vscode/l10n";
import { cpSync, existsSync, rmSync } from "node:fs";
import { openAlone } from "../sqlite/openAlone.ts";
import { renameFile } from "../sqlite/renameFile.ts";
import { removeDatabase } from "../sqlite/removeDatabase.ts";
import { toDatabaseError } from "../sqlite/toDatabaseError.ts";
import { backupFolder } from "./backup/backupFolder.ts";
import { checkCopy } from "./backup/copyStore.ts";
import { storeFileOf } from "./backup/storeFileOf.ts";
import { syncFile } from "./backup/syncFile.ts";
import { localFormat } from "./localFormat.ts";
import { storeErrors } from "./storeErrors.ts";

/**
 * Moves a store with its backups to a path that may be on another disk, where renaming does not reach: a checked copy takes
 * that path, then the store is removed, so that its scheduled releases do not run twice. No program may have it open.
 *
 * @throws `StoreUnavailable` when the store is in use or damaged, or the path is taken or cannot be written; the store stays
 */
export function relocateStore(store: string, to: string): void {
  const from = storeFileOf(store);
  if (existsSync(to)) throw storeErrors.failed(to, l10n.t("there is already a file"));
  const partial = `${to}.partial`;
  try {
    const connection = openAlone(from, localFormat);
    try {
      // A copy is not made inside a transaction. The lock of the file stays.
      connection.execute("COMMIT");
      removeDatabase(partial);
      connection.run("VACUUM INTO ?", partial);
      checkCopy(partial, partial);
      syncFile(partial);
      renameFile(partial, to);
    } finally {
      connection.close();
    }
    removeDatabase(from);
  } catch (error) {
    removeDatabase(partial);
    throw toDatabaseError(error, existsSync(from) ? to : from, storeErrors);
  }
  moveBackups(from, to);
}

/** Backups that cannot be moved stay where they are: the store itself has been moved. Those of another store are never mixed with them. */
function moveBackups(from: string, to: string): void {
  if (existsSync(backupFolder(to))) return;
  try {
    cpSync(backupFolder(from), backupFolder(to), { recursive: true, preserveTimestamps: true });
    rmSync(backupFolder(from), { recursive: true });
  } catch {
    // The store makes backups of its own.
  }
}
