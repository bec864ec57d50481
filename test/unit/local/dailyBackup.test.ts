import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { backupFolder } from "../../../src/backend/local/backupFolder.ts";
import { makeDailyBackup } from "../../../src/backend/local/dailyBackup.ts";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { ids, store } from "../../support/fixtures.ts";
import { LocalStores } from "../../support/localStore.ts";
import { rejectsWith, throwsWith } from "../../support/rejections.ts";
import { withoutPrivileges } from "../../support/withoutPrivileges.ts";

const program = fileURLToPath(new URL("../../support/killedBackup.ts", import.meta.url));
const day = 24 * 3_600_000;

describe("the daily backup of the store", () => {
  let stores: LocalStores;
  let now: Date;
  beforeEach(() => {
    stores = new LocalStores();
    now = new Date("2026-06-10T12:00:00Z");
  });
  afterEach(() => stores.dispose());

  const open = (content = store()): Promise<LocalBackend> => stores.openWith(content, { clock: () => now });
  const names = () => {
    const folder = backupFolder(stores.file);
    return existsSync(folder) ? readdirSync(folder).sort() : [];
  };
  const tomorrow = () => (now = new Date(now.getTime() + day));
  let edits = 0;
  const edit = (backend: LocalBackend) =>
    backend.editing.editPack(ids.empty, { description: `Edit ${++edits}` });

  it("is a whole store of its own, made in a thread of its own, while the store stays open", async () => {
    const backend = await open();
    const file = await backend.backups.makeDaily();
    assert.equal(file, join(backupFolder(stores.file), "20260610T120000Z-daily.db"));
    await edit(backend);
    assert.deepEqual(names(), ["20260610T120000Z-daily.db"], "nothing else is left in the folder");
    const copy = await stores.open({ file });
    assert.deepEqual(await copy.snapshots.export(), await (await freshStore()).snapshots.export());
  }).timeout(20_000);

  async function freshStore(): Promise<LocalBackend> {
    return stores.openWith(store(), { file: join(stores.folder, "fresh.db") });
  }

  it("is made once a day at most", async () => {
    const backend = await open();
    assert.ok(makeDailyBackup(stores.file, now));
    await edit(backend);
    now = new Date("2026-06-10T23:59:59Z");
    assert.equal(makeDailyBackup(stores.file, now), undefined);
    now = new Date("2026-06-11T00:00:00Z");
    assert.ok(makeDailyBackup(stores.file, now));
    assert.deepEqual(names(), ["20260610T120000Z-daily.db", "20260611T000000Z-daily.db"]);
  });

  it("is not made when nothing changed since the latest one, whoever opened and closed the store meanwhile", async () => {
    (await open()).dispose();
    assert.ok(makeDailyBackup(stores.file, now));
    for (let days = 0; days < 3; days += 1) {
      const backend = await stores.open();
      await backend.listPacks();
      backend.dispose();
      assert.equal(makeDailyBackup(stores.file, tomorrow()), undefined);
    }
    await edit(await stores.open());
    assert.ok(makeDailyBackup(stores.file, tomorrow()));
  });

  it("is not made of an empty store", async () => {
    await stores.open();
    assert.equal(makeDailyBackup(stores.file, now), undefined);
  });

  it("holds what another program wrote and has not brought from its log into the file", async () => {
    await open();
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA wal_autocheckpoint = 0");
    other.prepare("UPDATE pack SET description = 'from the log' WHERE pack_id = ?").run(ids.empty);
    const file = makeDailyBackup(stores.file, now);
    other.close();
    assert.ok(file);
    const copy = await stores.open({ file });
    assert.equal((await copy.getPack(ids.empty)).description, "from the log");
  });

  it("is made while another program writes, and does not wait for it to end", async () => {
    const backend = await open();
    await edit(backend);
    const other = new DatabaseSync(stores.file);
    other.exec("BEGIN IMMEDIATE; UPDATE pack SET description = 'not yet'; COMMIT; BEGIN; SELECT * FROM pack");
    assert.ok(makeDailyBackup(stores.file, now));
    other.close();
  });

  it("keeps the last seven, and touches no file of another name", async () => {
    const backend = await open();
    makeDailyBackup(stores.file, now);
    const others = ["20200101T000000Z-daily.db.txt", "notes.db", "20200101T000000Z-damaged.db"];
    for (const name of others) writeFileSync(join(backupFolder(stores.file), name), "mine");
    for (let days = 0; days < 9; days += 1) {
      await edit(backend);
      assert.ok(makeDailyBackup(stores.file, tomorrow()));
    }
    const kept = names().filter((name) => !others.includes(name));
    assert.deepEqual(
      [kept.length, kept[0], kept.at(-1)],
      [7, "20260613T120000Z-daily.db", "20260619T120000Z-daily.db"],
    );
    assert.deepEqual(
      names().filter((name) => others.includes(name)),
      others.toSorted(),
    );
  });

  it("keeps the last five that an import replaced besides, and never drops the one just made", async () => {
    const backend = await open();
    const daily = makeDailyBackup(stores.file, now);
    for (let days = 0; days < 7; days += 1) {
      tomorrow();
      await backend.snapshots.import(store());
    }
    assert.equal(names().filter((name) => name.endsWith("-before-import.db")).length, 5);
    now = new Date("2020-01-01T00:00:00Z");
    const before = await backend.snapshots.import(store());
    assert.ok(before && names().includes(basename(before)), "although the clock was set back");
    assert.ok(daily && names().includes(basename(daily)));
  });

  it("is made once by two programs at the same time", async () => {
    await open();
    const outputs = await Promise.all([run(), run(), run()]);
    assert.equal(outputs.filter((output) => output === "made").length, 1, outputs.join());
    assert.deepEqual(names(), ["20260610T120000Z-daily.db"]);
  }).timeout(60_000);

  it("has its name only when it is whole, wherever its program is killed", async () => {
    await open();
    let killed = 0;
    let whole = 0;
    while ((await run(String(killed))) === "killed") {
      killed += 1;
      const partials = names().filter((name) => !name.endsWith(".db"));
      for (const name of partials) assert.match(name, /^[0-9a-f-]{36}\.partial(-journal)?$/);
      for (const name of names().filter((each) => !partials.includes(each))) {
        whole += 1;
        const copy = await stores.open({ file: join(backupFolder(stores.file), name) });
        assert.equal((await copy.listPacks()).length, store().packs.length);
        copy.dispose();
      }
      rmSync(backupFolder(stores.file), { recursive: true, force: true });
    }
    assert.ok(
      killed > 10 && whole > 0 && whole < killed,
      `killed ${killed} times, ${whole} times when it was made`,
    );
    assert.deepEqual(names(), ["20260610T120000Z-daily.db"]);
  }).timeout(120_000);

  it("takes away what was left unfinished long ago, and nothing that may be under way", async () => {
    const backend = await open();
    const folder = backupFolder(stores.file);
    mkdirSync(folder, { recursive: true });
    const [old, young] = ["0", "1"].map((digit) => join(folder, `${digit.repeat(36)}.partial`));
    for (const file of [old, young]) writeFileSync(file ?? "", "half");
    utimesSync(old ?? "", new Date(0), new Date(0));
    await edit(backend);
    const made = makeDailyBackup(stores.file, now);
    assert.deepEqual(names(), [basename(young ?? ""), basename(made ?? "")].sort());
  });

  it("is not made of a damaged store, and what was there stays", async () => {
    const backend = await open();
    const good = makeDailyBackup(stores.file, now);
    await edit(backend);
    backend.dispose();
    const content = readFileSync(stores.file);
    for (let page = 2; page < content.length / 4096; page += 1) {
      content.fill(0xa5, page * 4096 + 8, page * 4096 + 200);
    }
    writeFileSync(stores.file, content);
    throwsWith(() => makeDailyBackup(stores.file, tomorrow()), "StoreUnavailable", /damaged/);
    assert.deepEqual(names(), [basename(good ?? "")]);
    assert.deepEqual(readFileSync(stores.file), content);
  });

  it("is not made of a store whose rows refer to what is not there", async () => {
    const backend = await open();
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA foreign_keys = OFF; DELETE FROM component");
    other.close();
    throwsWith(() => makeDailyBackup(stores.file, now), "StoreUnavailable", /damaged/);
    backend.dispose();
  });

  it("makes no store where there is none any more", async () => {
    (await open()).dispose();
    rmSync(stores.file);
    throwsWith(() => makeDailyBackup(stores.file, now), "StoreUnavailable");
    assert.deepEqual(readdirSync(stores.folder), []);
  });

  it("says that the folder cannot be written, writes nothing, and is made once it can", async () => {
    const backend = await open();
    const folder = backupFolder(stores.file);
    mkdirSync(folder);
    chmodSync(stores.folder, 0o777);
    chmodSync(folder, 0o555);
    for (const part of ["", "-wal", "-shm"]) chmodSync(`${stores.file}${part}`, 0o666);
    await withoutPrivileges(() =>
      rejectsWith(
        Promise.resolve().then(() => makeDailyBackup(stores.file, now)),
        "StoreUnavailable",
        /No backup of the store could be kept in/,
        /Remove the cause, then retry/,
      ),
    );
    assert.deepEqual(names(), []);
    await edit(backend);
    chmodSync(folder, 0o755);
    assert.ok(makeDailyBackup(stores.file, now));
  });

  it("may be read by those alone who may read the store", async () => {
    const backend = await open();
    chmodSync(stores.file, 0o600);
    await edit(backend);
    assert.equal(statSync(makeDailyBackup(stores.file, now) ?? "").mode & 0o777, 0o600);
  });

  it("tells what failed in the thread as what it is", async () => {
    const backend = await open();
    writeFileSync(backupFolder(stores.file), "a file where the folder would be");
    await rejectsWith(backend.backups.makeDaily(), "StoreUnavailable", /No backup of the store/);
  });

  /** Makes the backup in a program of its own: made, not needed, or killed before that call of the file system or SQLite. */
  async function run(killBefore = ""): Promise<string> {
    const child = spawn(process.execPath, [program, stores.file, now.toISOString(), killBefore], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (signal === "SIGKILL") return "killed";
    assert.equal(code, 0);
    return output;
  }
});
