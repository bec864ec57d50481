import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RestoredStore } from "../../../src/backend/backups.ts";
import { backupFolder } from "../../../src/backend/local/backup/backupFolder.ts";
import { makeDailyBackup } from "../../../src/backend/local/backup/makeDailyBackup.ts";
import type { LocalBackend, LocalBackendOptions } from "../../../src/backend/local/localBackend.ts";
import { restoreBackup } from "../../../src/backend/local/backup/restoreBackup.ts";
import type { Snapshot } from "../../../src/model/snapshot/snapshot.ts";
import { ids, now, store } from "../fixtures/store.ts";
import { LocalStores, lockPatience, user } from "./localStores.ts";
import { wasKilled } from "../wasKilled.ts";

const program = fileURLToPath(new URL("./backupProgram.ts", import.meta.url));

/** How the program that makes or restores a backup ended. */
type ProgramOutcome = "made" | "not needed" | "restored" | "killed";

/** Local stores with backups, and a clock that moves only when a test sets it. */
export class StoreWithBackups extends LocalStores {
  now = now;
  #edits = 0;

  /** The path of the folder for the store's backups, which may not exist. */
  get backupFolder(): string {
    return backupFolder(this.file);
  }

  /** The names of the files in that folder, sorted; unfinished backups included. */
  backupNames(): string[] {
    return existsSync(this.backupFolder) ? readdirSync(this.backupFolder).sort() : [];
  }

  override open(options: Partial<LocalBackendOptions> = {}): Promise<LocalBackend> {
    return super.open({ clock: () => this.now, ...options });
  }

  /** Makes the backup of the day. Returns its path, or `undefined` when none is needed. */
  makeDailyBackup(): string | undefined {
    return makeDailyBackup(this.file, this.now);
  }

  /** Makes the backup of the day and returns its path. Fails when none is needed. */
  backUp(): string {
    return this.makeDailyBackup() ?? assert.fail("there is no backup");
  }

  /** Restores the backup. Waits only `lockPatience` for a lock. */
  restore(backup: string, file = this.file): Promise<RestoredStore> {
    return restoreBackup({ file, user, clock: () => this.now, lockPatience }, backup);
  }

  /** Opens a store with the content of the fixtures and makes a backup, then releases one pack and renames another. */
  async openChanged(): Promise<{ backend: LocalBackend; backup: string }> {
    const backend = await this.openWith(store());
    const backup = this.backUp();
    await backend.release({ packId: ids.neverReleased });
    await backend.editing.editPack(ids.empty, { name: "Not Empty" });
    return { backend, backup };
  }

  /** Changes the store, so that another backup is needed. */
  edit(backend: LocalBackend): Promise<void> {
    return backend.editing.editPack(ids.empty, { description: `Edit ${++this.#edits}` });
  }

  passDay(): void {
    this.now = new Date(this.now.getTime() + 24 * 3_600_000);
  }

  /** The whole content of a store or a backup. */
  async contentOf(file: string): Promise<Snapshot> {
    const backend = await this.open({ file });
    try {
      return await backend.snapshots.export();
    } finally {
      backend.dispose();
    }
  }

  /**
   * Runs the program that makes the backup of the day, or restores `backup` if one is given. With `killBefore`, the
   * program kills itself before that call of the file system or of SQLite, counted from 0.
   */
  async runProgram(killBefore?: number, backup?: string): Promise<ProgramOutcome> {
    const options = [
      killBefore === undefined ? "" : String(killBefore),
      ...(backup === undefined ? [] : [backup]),
    ];
    const child = spawn(process.execPath, [program, this.file, this.now.toISOString(), ...options], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (wasKilled({ code, signal })) return "killed";
    assert.equal(code, 0);
    assert.ok(output === "made" || output === "not needed" || output === "restored", output);
    return output;
  }
}
