import { rmSync, writeFileSync } from "node:fs";
import { formatSnapshot, parseSnapshot, type Snapshot } from "../../model/snapshot.ts";
import type { SnapshotFacet } from "../backend.ts";
import type { Database } from "./database.ts";
import type { Actor } from "./schedules.ts";
import { exportSnapshot, isEmpty } from "./snapshotExport.ts";
import { importSnapshot } from "./snapshotImport.ts";

/** The whole store as one document. */
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
    return this.#database.read(isEmpty);
  }

  /** Checks everything before it changes anything; the backup holds what was there at that moment. */
  async import(snapshot: Snapshot): Promise<string | undefined> {
    const checked = parseSnapshot(snapshot);
    const actor = this.#actor();
    let backup: string | undefined;
    try {
      await this.#database.write((connection) => {
        if (!isEmpty(connection)) {
          backup = writeBackup(this.#database.file, exportSnapshot(connection), actor.now);
        }
        importSnapshot(connection, checked, actor);
      });
    } catch (error) {
      if (backup !== undefined) rmSync(backup, { force: true });
      throw error;
    }
    return backup;
  }
}

/** Writes a backup beside the store, never over an earlier one. */
function writeBackup(store: string, snapshot: Snapshot, now: Date): string {
  const timestamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const content = formatSnapshot(snapshot);
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? "" : `-${copy}`;
    const file = `${store}.backup-${timestamp}${suffix}.integration-packs.json`;
    try {
      writeFileSync(file, content, { flag: "wx" });
      return file;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}
