import { statSync } from "node:fs";
import type { StoreBackup } from "../../backups.ts";
import { backupFiles } from "./backupFolder.ts";
import { Connection } from "../../sqlite/connection.ts";
import { integer } from "../../sqlite/rows.ts";

/** The backups of the store, newest first; one that cannot be read has no number of packs. */
export function listBackups(store: string): StoreBackup[] {
  return backupFiles(store).flatMap((backup) => {
    const size = statSync(backup.file, { throwIfNoEntry: false })?.size;
    if (size === undefined) return [];
    const packCount = countPacks(backup.file);
    return [{ ...backup, size, ...(packCount !== undefined && { packCount }) }];
  });
}

function countPacks(backup: string): number | undefined {
  let connection: Connection | undefined;
  try {
    connection = new Connection(backup, "read");
    return integer(connection.get("SELECT count(*) AS packs FROM pack") ?? {}, "packs");
  } catch {
    // It is listed all the same: restoring it says what is wrong.
    return undefined;
  } finally {
    connection?.close();
  }
}
