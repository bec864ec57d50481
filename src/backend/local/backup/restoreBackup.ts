import { rmSync } from "node:fs";
import { DamagedDatabaseError } from "../../../errors/errors.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";
import { packsToMarkMissed } from "../../../model/schedule/packsToMarkMissed.ts";
import type { RestoredStore } from "../../backups.ts";
import { pruneBackups, syncFile } from "./backupFolder.ts";
import { Connection, fileUri } from "../../sqlite/connection.ts";
import { replaceDamagedStore } from "./replaceDamagedStore.ts";
import { localFormat } from "../localFormat.ts";
import { Database, type DatabaseOptions } from "../../sqlite/database.ts";
import { listPacks, requirePackKey } from "../packs/packs.ts";
import { recordScheduleEvent, type Actor } from "../releases/schedules.ts";
import { isEmpty } from "../snapshot/exportSnapshot.ts";
import { stageBackup } from "./stagedBackup.ts";
import { copyContent, deleteContent } from "./storeContent.ts";
import { backUp, findDamage, removeDatabase } from "./storeCopy.ts";
import { inTransaction } from "../../sqlite/transaction.ts";
import { databaseErrors } from "../../sqlite/databaseErrors.ts";

/** Which store a backup is restored into, and by whom. */
export interface RestoreOptions extends DatabaseOptions {
  readonly user: string;
  readonly clock: () => Date;
}

/**
 * Replaces everything in the store by the backup, wholly or not at all, and keeps what it replaces beside the store. A sound
 * store stays the same file, so that other programs that have it open see the change; a damaged one is put aside, and
 * others that have it open write no more. No connection of this program may be open on the store meanwhile.
 *
 * No scheduled release of the backup is made by itself, but those of `heldReleases` that are not held.
 *
 * @throws `NotFound`, `InvalidRequest` for the backup; `StoreUnavailable` for the store
 */
export async function restoreBackup(options: RestoreOptions, backup: string): Promise<RestoredStore> {
  const actor = { user: options.user, now: options.clock() };
  const staged = stageBackup(backup, options.file);
  try {
    return await replaceContent(options, staged, actor).catch((error: unknown) => {
      if (!(error instanceof DamagedDatabaseError)) throw error;
      return replaceFile(options.file, staged, actor);
    });
  } finally {
    removeDatabase(staged);
  }
}

/** Replaces what is in a sound store, in one transaction. @throws `DamagedDatabaseError` when it is not sound */
async function replaceContent(options: RestoreOptions, staged: string, actor: Actor): Promise<RestoredStore> {
  const { file } = options;
  const database = await Database.open(options, localFormat);
  let replaced: string | undefined;
  try {
    const packs = await database.write((connection) => {
      const damage = findDamage(connection);
      if (damage !== undefined) throw databaseErrors.damaged(file, damage);
      connection.run("ATTACH ? AS staged", fileUri(staged, "read"));
      // Before anything is read: a column may have another name by damage.
      if (!hasSameTables(connection))
        throw databaseErrors.damaged(file, "its tables are not those of a store");
      const current = listPacks(connection);
      if (!isEmpty(connection)) replaced = backUp(file, "beforeRestore", actor.now);
      deleteContent(connection);
      copyContent(connection, "staged");
      return holdReleases(connection, current, actor);
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

/** Whether the store has the tables of the staged backup: SQLite takes a flipped bit in their definitions for sound. */
function hasSameTables(connection: Connection): boolean {
  const definitions = (schema: "main" | "staged") =>
    `SELECT type, name, sql FROM ${schema}.sqlite_schema WHERE name NOT LIKE 'sqlite%'`;
  const differing = (one: "main" | "staged", other: "main" | "staged") =>
    connection.get(`${definitions(one)} EXCEPT ${definitions(other)}`);
  return differing("main", "staged") === undefined && differing("staged", "main") === undefined;
}

/** Puts the staged backup in the place of a store that is not sound. */
function replaceFile(store: string, staged: string, actor: Actor): RestoredStore {
  const connection = new Connection(staged, "write");
  let packs: Omit<RestoredStore, "replaced">;
  try {
    packs = inTransaction(connection, "IMMEDIATE", () => holdReleases(connection, [], actor));
  } finally {
    connection.close();
  }
  syncFile(staged);
  return { ...packs, replaced: replaceDamagedStore(store, staged, actor.now) };
}

/** Marks the scheduled releases missed that must not be made by themselves, as `current` was replaced by what is there now. */
function holdReleases(
  connection: Connection,
  current: readonly IntegrationPack[],
  actor: Actor,
): Omit<RestoredStore, "replaced"> {
  const packs = listPacks(connection);
  const held = packsToMarkMissed(packs, current, actor.now);
  for (const { packId, scheduled } of held) {
    if (!scheduled) continue;
    const packKey = requirePackKey(connection, packId);
    connection.run("UPDATE schedule SET state = 'missed', problem = NULL WHERE pack_key = ?", packKey);
    recordScheduleEvent(connection, packKey, "missed", scheduled, actor);
  }
  return { packCount: packs.length, packsMarkedMissed: held.map(({ name }) => name) };
}
