import { renameSync } from "node:fs";
import type { EarlierStores } from "../earlierStores.ts";
import { earlierDatabases, type EarlierDatabasesOptions } from "../sqlite/earlier/earlierDatabases.ts";
import { localFormat } from "./localFormat.ts";
import { backupFolder } from "./backup/backupFolder.ts";
import { storeFileOf } from "./backup/storeFileOf.ts";

/** The stores of other workspaces. One that is used brings its backups along. */
export function earlierLocalStores(options: EarlierDatabasesOptions): EarlierStores {
  const databases = earlierDatabases(options, localFormat);
  return {
    ...databases,
    use: async (earlier) => {
      await databases.use(earlier);
      moveBackups(earlier.file, storeFileOf(options.store));
    },
  };
}

/**
 * Backups that cannot be moved stay where they are: the store itself has been moved. A folder with the backups of another store
 * cannot be replaced.
 */
function moveBackups(from: string, to: string): void {
  try {
    renameSync(backupFolder(from), backupFolder(to));
  } catch {
    // Each store makes backups of its own.
  }
}
