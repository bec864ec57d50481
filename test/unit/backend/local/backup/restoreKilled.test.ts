import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { notADatabase } from "../../../../support/store/damagePages.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("restoring a backup, wherever the program is killed", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("leaves an intact store as it was or as the backup is", async () => {
    const { backend, backup } = await stores.openChanged();
    const changed = await backend.snapshots.export();
    backend.dispose();
    const original = readFileSync(stores.file);
    const restored = await stores.contentOf(backup);
    const outcomes = new Set<string>();
    let killed = 0;
    // Most calls are statements of one transaction, so every fourth call is enough.
    for (; (await stores.runProgram(killed, backup)) === "killed"; killed += 4) {
      const { packs } = await stores.contentOf(stores.file);
      const outcome = [changed, restored].findIndex((each) => isDeepStrictEqual(each.packs, packs));
      assert.ok(outcome >= 0, `killed before call ${killed}`);
      outcomes.add(["old", "new"][outcome] ?? "");
      resetStore(original, backup);
    }
    assert.ok(killed > 40, `killed before call ${killed}`);
    assert.deepEqual([...outcomes].sort(), ["new", "old"]);
  }).timeout(240_000);

  it("leaves a damaged store as it was or replaced, and never loses the damaged file", async () => {
    const { backend, backup } = await stores.openChanged();
    const log = readFileSync(`${stores.file}-wal`);
    backend.dispose();
    const outcomes = new Set<string>();
    let killed = 0;
    const begin = () => {
      resetStore(notADatabase, backup);
      writeFileSync(`${stores.file}-wal`, log);
    };
    begin();
    for (; (await stores.runProgram(killed, backup)) === "killed"; killed += 1) {
      const found = readFileSync(stores.file);
      const kept = stores.backupNames().filter((name) => name.endsWith("-damaged.db"));
      const isKept = kept.some((name) => readFileSync(join(stores.backupFolder, name)).equals(notADatabase));
      assert.ok(found.equals(notADatabase) || isKept, `killed before call ${killed}`);
      if (found.subarray(0, 6).toString() === "SQLite") {
        assert.equal((await stores.contentOf(stores.file)).packs.length, store().packs.length);
        outcomes.add("new");
      } else {
        await rejectsWith(stores.open(), "StoreUnavailable", /damaged/);
        outcomes.add("old");
      }
      begin();
    }
    assert.ok(killed > 25, `killed ${killed} times`);
    assert.deepEqual([...outcomes].sort(), ["new", "old"]);
  }).timeout(240_000);

  /** Resets the store to the content, and deletes all other files that an earlier program left, except the backup. */
  function resetStore(content: Buffer, backup: string): void {
    for (const part of ["-wal", "-shm"]) rmSync(`${stores.file}${part}`, { force: true });
    rmSync(stores.file);
    writeFileSync(stores.file, content);
    for (const name of stores.backupNames()) {
      if (join(stores.backupFolder, name) !== backup) rmSync(join(stores.backupFolder, name));
    }
  }
});
