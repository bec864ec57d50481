import { rmSync } from "node:fs";
import type { Snapshot } from "../../../model/snapshot/snapshot.ts";
import { parseSnapshot } from "../../../model/snapshot/parseSnapshot.ts";
import type { SnapshotFacet } from "../../facets/snapshotFacet.ts";
import { pruneBackups } from "../backup/backupFolder.ts";
import type { Database } from "../../sqlite/database.ts";
import type { Actor } from "../releases/schedules.ts";
import { exportSnapshot } from "./exportSnapshot.ts";
import { isEmptyStore } from "../storeContent.ts";
import { importSnapshot } from "./importSnapshot.ts";
import { backUpStore } from "../backup/copyStore.ts";

/** Exports and imports the whole store. */
export class SnapshotStore implements SnapshotFacet {
  readonly #database: Database;
  readonly #actor: () => Actor;

  constructor(database: Database, actor: () => Actor) {
    this.#database = database;
    this.#actor = actor;
  }

  export(): Promise<Snapshot> {
    return this.#database.read(exportSnapshot);
  }

  isEmpty(): Promise<boolean> {
    return this.#database.read(isEmptyStore);
  }

  /** Checks the whole snapshot first. The backup has the content right before the import. */
  async import(snapshot: Snapshot): Promise<string | undefined> {
    const checked = parseSnapshot(snapshot);
    const actor = this.#actor();
    let backup: string | undefined;
    try {
      await this.#database.write((connection) => {
        if (!isEmptyStore(connection)) {
          backup = backUpStore(this.#database.file, "beforeImport", actor.now);
        }
        importSnapshot(connection, checked, actor);
      });
    } catch (error) {
      if (backup !== undefined) rmSync(backup, { force: true });
      throw error;
    }
    if (backup !== undefined) pruneBackups(this.#database.file, backup);
    return backup;
  }
}
