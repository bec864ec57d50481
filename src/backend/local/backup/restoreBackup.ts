import { rmSync } from "node:fs";
import { DamagedStoreError } from "../../../errors/errors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { packsToMarkMissed } from "../../../model/schedule/packsToMarkMissed.ts";
import type { RestoredStore } from "../../backups.ts";
import { pruneBackups } from "./backupFolder.ts";
import { syncFile } from "./syncFile.ts";
import { Connection, fileUri } from "../../sqlite/connection.ts";
import { replaceDamagedStore } from "./replaceDamagedStore.ts";
import { localFormat } from "../localFormat.ts";
import { Database, type DatabaseOptions } from "../../sqlite/database.ts";
import { listPacks, requirePackKey } from "../packs/packs.ts";
import { recordScheduleEvent, type Actor } from "../releases/schedules.ts";
import { storeFileOf } from "./storeFileOf.ts";
import { stageBackup } from "./stageBackup.ts";
import { copyContent, deleteContent, isEmptyStore } from "../storeContent.ts";
import { backUpStore } from "./copyStore.ts";
import { removeDatabase } from "../../sqlite/removeDatabase.ts";
import { findDamage } from "../../sqlite/findDamage.ts";
import { inTransaction } from "../../sqlite/inTransaction.ts";
import { storeErrors } from "../storeErrors.ts";

/** Options of `restoreBackup`. */
export interface RestoreOptions extends DatabaseOptions {
  /** The name of the user, for the history of scheduled releases. */
  readonly user: string;
  readonly clock: () => Date;
}

/**
 * Replaces the whole content of the store by the backup's, or nothing, and makes a backup of the old content. An intact
 * store stays the same file, so that other programs that have it open see the change. A damaged store is replaced by
 * `replaceDamagedStore`. This program must not have the store open.
 *
 * Scheduled releases that may have been made since the backup are marked missed, see `packsToMarkMissed`.
 *
 * @throws `NotFound`, `InvalidRequest` for the backup; `StoreUnavailable` for the store
 */
export async function restoreBackup(given: RestoreOptions, backup: string): Promise<RestoredStore> {
  const options = { ...given, file: storeFileOf(given.file) };
  const actor = { user: options.user, now: options.clock() };
  const staged = stageBackup(backup, options.file);
  try {
    return await replaceContent(options, staged, actor).catch((error: unknown) => {
      if (!(error instanceof DamagedStoreError)) throw error;
      return replaceFile(options.file, staged, actor);
    });
  } finally {
    removeDatabase(staged);
  }
}

/** Replaces the content of an intact store in one transaction. @throws `DamagedStoreError` when the store is damaged */
async function replaceContent(options: RestoreOptions, staged: string, actor: Actor): Promise<RestoredStore> {
  const { file } = options;
  const database = await Database.open(options, localFormat);
  let replaced: string | undefined;
  try {
    const packs = await database.write((connection) => {
      const damage = findDamage(connection);
      if (damage !== undefined) throw storeErrors.damaged(file, damage);
      connection.run("ATTACH ? AS staged", fileUri(staged, "read"));
      // Before anything is read: damage can rename a column.
      if (!hasSameTables(connection)) throw storeErrors.damaged(file, "its tables are not those of a store");
      const current = listPacks(connection);
      if (!isEmptyStore(connection)) replaced = backUpStore(file, "beforeRestore", actor.now);
      deleteContent(connection);
      copyContent(connection, "staged");
      return markMissed(connection, current, actor);
    });
    if (replaced !== undefined) pruneBackups(file, replaced);
    return { ...packs, ...(replaced !== undefined && { replaced }) };
  } catch (error) {
    if (replaced !== undefined) rmSync(replaced, { force: true });
    throw error;
  } finally {
    database.dispose();
  }
}

/** Whether the store has the tables of the staged backup. SQLite does not notice a flipped bit in their definitions. */
function hasSameTables(connection: Connection): boolean {
  const definitions = (schema: "main" | "staged") =>
    `SELECT type, name, sql FROM ${schema}.sqlite_schema WHERE name NOT LIKE 'sqlite%'`;
  const differing = (one: "main" | "staged", other: "main" | "staged") =>
    connection.get(`${definitions(one)} EXCEPT ${definitions(other)}`);
  return differing("main", "staged") === undefined && differing("staged", "main") === undefined;
}

/** Replaces a damaged store by the staged backup. */
function replaceFile(store: string, staged: string, actor: Actor): RestoredStore {
  const connection = new Connection(staged, "write");
  let packs: Omit<RestoredStore, "replaced">;
  try {
    packs = inTransaction(connection, "IMMEDIATE", () => markMissed(connection, [], actor));
  } finally {
    connection.close();
  }
  syncFile(staged);
  return { ...packs, replaced: replaceDamagedStore(store, staged, actor.now) };
}

/** Marks scheduled releases missed that must not run after the restore. `current`: the packs before the restore. */
function markMissed(
  connection: Connection,
  current: readonly IntegrationPack[],
  actor: Actor,
): Omit<RestoredStore, "replaced"> {
  const packs = listPacks(connection);
  const missed = packsToMarkMissed(packs, current, actor.now);
  for (const { packId, scheduled } of missed) {
    if (!scheduled) continue;
    const packKey = requirePackKey(connection, packId);
    connection.run("UPDATE schedule SET state = 'missed', problem = NULL WHERE pack_key = ?", packKey);
    recordScheduleEvent(connection, packKey, "missed", scheduled, actor);
  }
  return { packCount: packs.length, packsMarkedMissed: missed.map(({ name }) => name) };
}
