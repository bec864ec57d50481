import assert from "node:assert/strict";
import { chmodSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("the daily backup of the store", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("is a whole store of its own, made in a thread of its own, while the store stays open", async () => {
    const backend = await stores.openWith(store());
    const file = await backend.backups.makeDaily();
    assert.equal(file, join(stores.backupFolder, "20260610T120000Z-daily.db"));
    await stores.edit(backend);
    assert.deepEqual(
      stores.backupNames(),
      ["20260610T120000Z-daily.db"],
      "nothing else is left in the folder",
    );
    const copy = await stores.open({ file });
    assert.deepEqual(await copy.snapshots.export(), await (await freshStore()).snapshots.export());
  }).timeout(20_000);

  async function freshStore(): Promise<LocalBackend> {
    return stores.openWith(store(), { file: join(stores.folder, "fresh.db") });
  }

  it("is made once a day at most", async () => {
    const backend = await stores.openWith(store());
    assert.ok(stores.makeDailyBackup());
    await stores.edit(backend);
    stores.now = new Date("2026-06-10T23:59:59Z");
    assert.equal(stores.makeDailyBackup(), undefined);
    stores.now = new Date("2026-06-11T00:00:00Z");
    assert.ok(stores.makeDailyBackup());
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db", "20260611T000000Z-daily.db"]);
  });

  it("is not made when nothing changed since the latest one, whoever opened and closed the store meanwhile", async () => {
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

  it("holds what another program wrote and has not brought from its log into the file", async () => {
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

  it("is made while another program writes, and does not wait for it to end", async () => {
    const backend = await stores.openWith(store());
    await stores.edit(backend);
    const other = new DatabaseSync(stores.file);
    other.exec("BEGIN IMMEDIATE; UPDATE pack SET description = 'not yet'; COMMIT; BEGIN; SELECT * FROM pack");
    assert.ok(stores.makeDailyBackup());
    other.close();
  });

  it("keeps the last seven, and touches no file of another name", async () => {
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

  it("keeps the last five that an import replaced besides, and never drops the one just made", async () => {
    const backend = await stores.openWith(store());
    const daily = stores.makeDailyBackup();
    for (let days = 0; days < 7; days += 1) {
      stores.passDay();
      await backend.snapshots.import(store());
    }
    assert.equal(stores.backupNames().filter((name) => name.endsWith("-before-import.db")).length, 5);
    stores.now = new Date("2020-01-01T00:00:00Z");
    const before = await backend.snapshots.import(store());
    assert.ok(before && stores.backupNames().includes(basename(before)), "although the clock was set back");
    assert.ok(daily && stores.backupNames().includes(basename(daily)));
  });

  it("is made once by two programs at the same time", async () => {
    await stores.openWith(store());
    const outputs = await Promise.all([stores.runProgram(), stores.runProgram(), stores.runProgram()]);
    assert.equal(outputs.filter((output) => output === "made").length, 1, outputs.join());
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"]);
  }).timeout(60_000);

  it("may be read by those alone who may read the store", async () => {
    const backend = await stores.openWith(store());
    chmodSync(stores.file, 0o600);
    await stores.edit(backend);
    assert.equal(statSync(stores.makeDailyBackup() ?? "").mode & 0o777, 0o600);
  });
});
