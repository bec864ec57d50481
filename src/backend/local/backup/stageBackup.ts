import { statSync } from "node:fs";
import * as l10n from "@vscode/l10n";
import { DamagedStoreError } from "../../../errors/errors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { backupFolder, newPartialFile } from "./backupFolder.ts";
import { storeFileOf } from "./storeFileOf.ts";
import { syncFile } from "./syncFile.ts";
import { Connection } from "../../sqlite/connection.ts";
import { listPacks } from "../packs/packs.ts";
import { localFormat } from "../localFormat.ts";
import { migrate } from "../../sqlite/migrate.ts";
import { removeDatabase } from "../../sqlite/removeDatabase.ts";
import { findDamage } from "../../sqlite/findDamage.ts";
import { backupErrors } from "./backupErrors.ts";
import { toBackupError } from "./toBackupError.ts";
import { toDatabaseError } from "../../sqlite/toDatabaseError.ts";
import { storeErrors } from "../storeErrors.ts";
import { fileIdentity } from "../../sqlite/databaseFile.ts";

/**
 * Copies the backup to a new file in the backup folder, checks the copy and migrates it to the current format. The backup
 * itself is only read. Returns the path of the copy; the caller deletes it.
 *
 * @throws `NotFound`; `InvalidRequest` when the file is damaged, is not a backup, or has a newer format; `StoreUnavailable`
 */
export function stageBackup(backup: string, store: string): string {
  const stats = statSync(backup, { throwIfNoEntry: false });
  if (!stats) throw backupErrors.backupNotFound(backup);
  if (!stats.isFile()) throw backupErrors.backupUnusable(backup, l10n.t("it is not a file"));
  if (fileIdentity(store) === fileIdentity(backup)) {
    throw backupErrors.backupUnusable(backup, l10n.t("it is the store itself"));
  }
  const staged = prepare(() => newPartialFile(store), store);
  try {
    readBackup(backup, (connection) => prepare(() => connection.run("VACUUM INTO ?", staged), store));
    prepare(() => bringUpToDate(staged), store);
    return staged;
  } catch (error) {
    removeDatabase(staged);
    throw error;
  }
}

/** Reads the packs in a backup. @throws as `stageBackup` */
export function packsOfBackup(backup: string, store: string): IntegrationPack[] {
  const staged = stageBackup(backup, storeFileOf(store));
  try {
    const connection = new Connection(staged, "read");
    try {
      return listPacks(connection);
    } finally {
      connection.close();
    }
  } finally {
    removeDatabase(staged);
  }
}

/** Runs `read` on a backup after checking it. */
function readBackup(backup: string, read: (connection: Connection) => void): void {
  let connection: Connection;
  try {
    connection = new Connection(backup, "read");
  } catch (error) {
    throw backupErrors.backupUnusable(backup, toDatabaseError(error, backup, storeErrors).message, error);
  }
  try {
    checkBackup(connection, backup);
    read(connection);
  } catch (error) {
    throw error instanceof DamagedStoreError
      ? backupErrors.backupUnusable(backup, notABackup(), error)
      : error;
  } finally {
    connection.close();
  }
}

function checkBackup(connection: Connection, backup: string): void {
  const unusable = (reason: string, cause?: unknown) => backupErrors.backupUnusable(backup, reason, cause);
  let isOurs: boolean;
  let version: number;
  let damage: string | undefined;
  try {
    isOurs = connection.pragma("application_id") === localFormat.applicationId;
    version = connection.pragma("user_version");
    damage = findDamage(connection);
  } catch (error) {
    throw unusable(notABackup(), error);
  }
  if (!isOurs || damage !== undefined) throw unusable(notABackup(), damage);
  if (version > localFormat.migrations.length) {
    throw unusable(
      l10n.t("it has the newer format {0}, which needs a newer version of this extension", version),
    );
  }
}

function notABackup(): string {
  return l10n.t("it is damaged, or is not a backup of a store of integration packs");
}

function bringUpToDate(staged: string): void {
  const connection = new Connection(staged, "write");
  try {
    migrate(connection, localFormat);
  } finally {
    connection.close();
  }
  syncFile(staged);
}

/** Runs `work`, whose failures come from the backup folder. */
function prepare<T>(work: () => T, store: string): T {
  try {
    return work();
  } catch (error) {
    throw toBackupError(error, backupFolder(store), store);
  }
}
