import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { assertSameBytes } from "../../../../support/assertSameBytes.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { damagePages } from "../../../../support/store/damagePages.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { rejectsWith, throwsWith } from "../../../../support/rejectsWith.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";
import { withoutPrivileges } from "../../../../support/store/withoutPrivileges.ts";
import { itOnPosix } from "../../../../support/mocha/itOnPosix.ts";

describe("the daily backup of the store, after faults", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("has its final name only once it is complete, wherever the program is killed", async () => {
    await stores.openWith(store());
    let killed = 0;
    let whole = 0;
    while ((await stores.runProgram(killed)) === "killed") {
      killed += 1;
      const partials = stores.backupNames().filter((name) => !name.endsWith(".db"));
      for (const name of partials) assert.match(name, /^[0-9a-f-]{36}\.partial(-journal)?$/);
      for (const name of stores.backupNames().filter((each) => !partials.includes(each))) {
        whole += 1;
        const copy = await stores.open({ file: join(stores.backupFolder, name) });
        assert.equal((await copy.listPacks()).length, store().packs.length);
        copy.dispose();
      }
      rmSync(stores.backupFolder, { recursive: true, force: true });
    }
    assert.ok(
      killed > 10 && whole > 0 && whole < killed,
      `killed ${killed} times, ${whole} backups complete`,
    );
    assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db"]);
  }).timeout(120_000);

  it("deletes old unfinished files, but no recent ones", async () => {
    const backend = await stores.openWith(store());
    const folder = stores.backupFolder;
    mkdirSync(folder, { recursive: true });
    const [old, young] = ["0", "1"].map((digit) => join(folder, `${digit.repeat(36)}.partial`));
    for (const file of [old, young]) writeFileSync(file ?? "", "half");
    utimesSync(old ?? "", new Date(0), new Date(0));
    await stores.edit(backend);
    const made = stores.makeDailyBackup();
    assert.deepEqual(stores.backupNames(), [basename(young ?? ""), basename(made ?? "")].sort());
  });

  it("is not made of a damaged store, and changes neither the store nor earlier backups", async () => {
    const backend = await stores.openWith(store());
    const good = stores.makeDailyBackup();
    await stores.edit(backend);
    backend.dispose();
    const content = damagePages(readFileSync(stores.file), 2);
    writeFileSync(stores.file, content);
    stores.passDay();
    throwsWith(() => stores.makeDailyBackup(), "StoreUnavailable", /damaged/);
    assert.deepEqual(stores.backupNames(), [basename(good ?? "")]);
    assertSameBytes(readFileSync(stores.file), content);
  });

  it("is not made of a store with a broken reference", async () => {
    const backend = await stores.openWith(store());
    executeElsewhere(stores.file, "PRAGMA foreign_keys = OFF; DELETE FROM component");
    throwsWith(() => stores.makeDailyBackup(), "StoreUnavailable", /damaged/);
    backend.dispose();
  });

  it("creates no store if the file is gone", async () => {
    (await stores.openWith(store())).dispose();
    rmSync(stores.file);
    throwsWith(() => stores.makeDailyBackup(), "StoreUnavailable");
    assert.deepEqual(readdirSync(stores.folder), []);
  });

  itOnPosix("reports a read-only folder, and succeeds once the folder is writable", async () => {
    const backend = await stores.openWith(store());
    const folder = stores.backupFolder;
    mkdirSync(folder);
    chmodSync(stores.folder, 0o777);
    chmodSync(folder, 0o555);
    for (const part of ["", "-wal", "-shm"]) chmodSync(`${stores.file}${part}`, 0o666);
    await withoutPrivileges(() =>
      rejectsWith(
        Promise.resolve().then(() => stores.makeDailyBackup()),
        "StoreUnavailable",
        /The store could not be backed up to/,
        /Remove the cause, then retry/,
      ),
    );
    assert.deepEqual(stores.backupNames(), []);
    await stores.edit(backend);
    chmodSync(folder, 0o755);
    assert.ok(stores.makeDailyBackup());
  });

  it("reports the cause of a failure in its thread", async () => {
    const backend = await stores.openWith(store());
    writeFileSync(stores.backupFolder, "a file where the folder would be");
    await rejectsWith(backend.backups.makeDaily(), "StoreUnavailable", /The store could not be backed up/);
  });
});
