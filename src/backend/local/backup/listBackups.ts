import { statSync } from "node:fs";
import type { StoreBackup } from "../../backups.ts";
import { backupFiles } from "./backupFolder.ts";
import { storeFileOf } from "./storeFileOf.ts";
import { Connection } from "../../sqlite/connection.ts";
import { integer } from "../../sqlite/rows.ts";

/** Lists the backups of the store, newest first. One that cannot be read has no number of packs. */
export function listBackups(store: string): StoreBackup[] {
  return backupFiles(storeFileOf(store)).flatMap((backup) => {
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
    // Listed without a number. Restoring it reports what is wrong.
    return undefined;
  } finally {
    connection?.close();
  }
}
