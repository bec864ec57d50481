import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import {
  backupFiles,
  backupFolder,
  pruneBackups,
} from "../../../../../src/backend/local/backup/backupFolder.ts";
import { changedSince } from "../../../../../src/backend/local/backup/copyStore.ts";
import { listBackups } from "../../../../../src/backend/local/backup/listBackups.ts";
import { store } from "../../../../support/fixtures/store.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";
import { day, minute } from "../../../../support/time/durations.ts";

describe("the folder of the backups of a store", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "integration-packs-backups-"));
    file = join(folder, "store.db");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (...names: readonly string[]) => {
    mkdirSync(backupFolder(file), { recursive: true });
    for (const name of names) writeFileSync(join(backupFolder(file), name), "");
  };
  const found = () => backupFiles(file).map(({ file: each }) => basename(each));

  it("lists backups by their names, the newest first, also those of one second", () => {
    const copies = Array.from({ length: 11 }, (_, at) => `20260101T000000Z-before-import-${12 - at}.db`);
    const names = [
      "20260102T030405Z-before-restore.db",
      ...copies,
      "20260101T000000Z-before-import.db",
      "20251231T235959Z-daily.db",
    ];
    for (const order of [names, names.toReversed()]) {
      write(...order, "20260101T000000Z-weekly.db", "20260101T000000Z-daily.db-wal", "notes.db");
      assert.deepEqual(found(), names);
      const [first] = backupFiles(file);
      assert.deepEqual(
        [first?.takenAt.toISOString(), first?.reason],
        ["2026-01-02T03:04:05.000Z", "beforeRestore"],
      );
      rmSync(backupFolder(file), { recursive: true });
    }
  });

  it("has no backups where it is missing, and fails where it is none", () => {
    assert.deepEqual(found(), []);
    writeFileSync(backupFolder(file), "");
    assert.throws(found, { code: "ENOTDIR" });
  });

  it("loses unfinished files that nobody works on, with their logs, and no others", () => {
    const [old, young] = ["0a1b2c3d-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-8fff-ffffffffffff"];
    const abandoned = ["", "-journal", "-wal", "-shm"].map((part) => `${old}.partial${part}`);
    const others = [`${young}.partial`, `${old}.partial.txt`, "mine.partial"];
    write(...abandoned, ...others);
    const date = new Date(Date.now() - day - minute);
    for (const name of [...abandoned, ...others.slice(1)])
      utimesSync(join(backupFolder(file), name), date, date);
    const recently = new Date(Date.now() - day + minute);
    utimesSync(join(backupFolder(file), others[0] ?? ""), recently, recently);
    pruneBackups(file, "");
    assert.deepEqual(readdirSync(backupFolder(file)).sort(), others.toSorted());
  });

  it("shows a change of the store or its log since a copy, by their times", () => {
    const copy = join(folder, "copy.db");
    const setTime = (path: string, ms: number) => utimesSync(path, ms / 1000, ms / 1000);
    for (const path of [file, copy]) {
      writeFileSync(path, "");
      setTime(path, 1_700_000_000_000);
    }
    assert.equal(changedSince(file, copy), false);
    writeFileSync(`${file}-wal`, "");
    setTime(`${file}-wal`, 1_700_000_001_000);
    assert.equal(changedSince(file, copy), false, "an empty log");
    writeFileSync(`${file}-wal`, "x");
    setTime(`${file}-wal`, 1_700_000_001_000);
    assert.equal(changedSince(file, copy), true);
    rmSync(`${file}-wal`);
    setTime(file, 1_700_000_000_001);
    assert.equal(changedSince(file, copy), true);
    setTime(file, 1_699_999_999_999);
    assert.equal(changedSince(file, copy), false);
  });
});

describe("the list of the backups of a store", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("has the size of each, and the number of packs of those that can be read", async () => {
    await stores.openWith(store());
    const daily = stores.backUp();
    const unreadable = join(stores.backupFolder, "20200101T000000Z-before-import.db");
    writeFileSync(unreadable, "no database");
    const [newest, oldest, ...others] = listBackups(stores.file);
    assert.deepEqual(
      [newest?.file, newest?.reason, newest?.packCount],
      [daily, "daily", store().packs.length],
    );
    assert.ok((newest?.size ?? 0) > 4096);
    assert.deepEqual([oldest?.file, oldest?.size], [unreadable, "no database".length]);
    assert.ok(oldest && !("packCount" in oldest));
    assert.deepEqual(others, []);
  });
});
