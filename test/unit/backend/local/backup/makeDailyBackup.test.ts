import assert from "node:assert/strict";
import { chmodSync, copyFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { addBackup } from "../../../../../src/backend/local/backup/backupFolder.ts";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";
import { until } from "../../../../support/time/until.ts";
import { itOnPosix } from "../../../../support/mocha/itOnPosix.ts";

describe("the daily backup of the store", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("is a complete store, made in another thread while the store is open", async () => {
    const backend = await stores.openWith(store());
    const file = await backend.backups.makeDaily();
    assert.equal(file, join(stores.backupFolder, "20260610T120000Z-daily.db"));
    await stores.edit(backend);
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"], "the folder has other files");
    const copy = await stores.open({ file });
    assert.deepEqual(await copy.snapshots.export(), await (await freshStore()).snapshots.export());
  }).timeout(20_000);

  async function freshStore(): Promise<LocalBackend> {
    return stores.openWith(store(), { file: join(stores.folder, "fresh.db") });
  }

  it("is made at most once a day", async () => {
    const backend = await stores.openWith(store());
    assert.ok(stores.makeDailyBackup());
    await stores.edit(backend);
    stores.now = new Date("2026-06-10T23:59:59Z");
    assert.equal(stores.makeDailyBackup(), undefined);
    stores.now = new Date("2026-06-11T00:00:00Z");
    assert.ok(stores.makeDailyBackup());
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db", "20260611T000000Z-daily.db"]);
  });

  it("is not made if nothing changed since the last one, even if the store was opened and closed", async () => {
    (await stores.openWith(store())).dispose();
    assert.ok(stores.makeDailyBackup());
    for (let days = 0; days < 3; days += 1) {
      const backend = await stores.open();
      await backend.listPacks();
      backend.dispose();
      stores.passDay();
      assert.equal(stores.makeDailyBackup(), undefined);
    }
    await stores.edit(await stores.open());
    stores.passDay();
    assert.ok(stores.makeDailyBackup());
  });

  it("is not made of an empty store", async () => {
    await stores.open();
    assert.equal(stores.makeDailyBackup(), undefined);
  });

  it("contains what another program has written only to the write-ahead log so far", async () => {
    await stores.openWith(store());
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA wal_autocheckpoint = 0");
    other.prepare("UPDATE pack SET description = 'from the log' WHERE pack_id = ?").run(ids.empty);
    const file = stores.makeDailyBackup();
    other.close();
    assert.ok(file);
    const copy = await stores.open({ file });
    assert.equal((await copy.getPack(ids.empty)).description, "from the log");
  });

  it("does not wait for another program that has the store open", async () => {
    const backend = await stores.openWith(store());
    await stores.edit(backend);
    const other = new DatabaseSync(stores.file);
    other.exec("BEGIN IMMEDIATE; UPDATE pack SET description = 'not yet'; COMMIT; BEGIN; SELECT * FROM pack");
    assert.ok(stores.makeDailyBackup());
    other.close();
  });

  it("deletes all but the last seven, and no file with another name", async () => {
    const backend = await stores.openWith(store());
    stores.makeDailyBackup();
    const others = ["20200101T000000Z-daily.db.txt", "notes.db", "20200101T000000Z-damaged.db"];
    for (const name of others) writeFileSync(join(stores.backupFolder, name), "mine");
    for (let days = 0; days < 9; days += 1) {
      await stores.edit(backend);
      stores.passDay();
      assert.ok(stores.makeDailyBackup());
    }
    const kept = stores.backupNames().filter((name) => !others.includes(name));
    assert.deepEqual(
      [kept.length, kept[0], kept.at(-1)],
      [7, "20260613T120000Z-daily.db", "20260619T120000Z-daily.db"],
    );
    assert.deepEqual(
      stores.backupNames().filter((name) => others.includes(name)),
      others.toSorted(),
    );
  });

  it("does not count the backups of imports, of which the last five stay, and the newest always", async () => {
    const backend = await stores.openWith(store());
    const daily = stores.makeDailyBackup();
    for (let days = 0; days < 7; days += 1) {
      stores.passDay();
      await backend.snapshots.import(store());
    }
    assert.equal(stores.backupNames().filter((name) => name.endsWith("-before-import.db")).length, 5);
    stores.now = new Date("2020-01-01T00:00:00Z");
    const before = await backend.snapshots.import(store());
    assert.ok(
      before && stores.backupNames().includes(basename(before)),
      "the newest backup was deleted after the clock was set back",
    );
    assert.ok(daily && stores.backupNames().includes(basename(daily)));
  });

  it("is made once by several programs at the same time", async () => {
    await stores.openWith(store());
    const outputs = await Promise.all([stores.runProgram(), stores.runProgram(), stores.runProgram()]);
    assert.equal(outputs.filter((output) => output === "made").length, 1, outputs.join());
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"]);
  }).timeout(60_000);

  it("is not made twice if another program makes it while this one waits for the store", async () => {
    const backend = await stores.openWith(store());
    const lock = new DatabaseSync(stores.file);
    lock.exec("BEGIN IMMEDIATE");
    const making = backend.backups.makeDaily();
    const partial = await until("the copy of this program", () =>
      stores.backupNames().find((name) => name.endsWith(".partial")),
    );
    const others = join(stores.folder, "other.partial");
    copyFileSync(stores.file, others);
    const made = addBackup(others, stores.file, "daily", stores.now);
    lock.exec("COMMIT");
    lock.close();
    assert.equal(await making, undefined);
    assert.deepEqual(stores.backupNames(), [basename(made)], `${partial} is left`);
  }).timeout(20_000);

  itOnPosix("has the permissions of the store file", async () => {
    const backend = await stores.openWith(store());
    chmodSync(stores.file, 0o600);
    await stores.edit(backend);
    assert.equal(statSync(stores.makeDailyBackup() ?? "").mode & 0o777, 0o600);
  });
});
