import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { backupFolder } from "../../../src/backend/local/backupFolder.ts";
import { Connection } from "../../../src/backend/local/connection.ts";
import { makeDailyBackup } from "../../../src/backend/local/dailyBackup.ts";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { restoreBackup } from "../../../src/backend/local/restoreBackup.ts";
import { localFormat, migrate } from "../../../src/backend/local/schema.ts";
import { ids, store } from "../../support/fixtures.ts";
import { LocalStores, user } from "../../support/localStore.ts";
import { rejectsWith } from "../../support/rejections.ts";

const killedBackup = fileURLToPath(new URL("../../support/killedBackup.ts", import.meta.url));

describe("restoring a backup of the store", () => {
  let stores: LocalStores;
  let now: Date;
  beforeEach(() => {
    stores = new LocalStores();
    now = new Date("2026-06-10T12:00:00Z");
  });
  afterEach(() => stores.dispose());

  const restore = (backup: string, file = stores.file) =>
    restoreBackup({ file, user, clock: () => now, lockPatience: 150 }, backup);
  const backUp = () => makeDailyBackup(stores.file, now) ?? assert.fail("there is no backup");
  const open = () => stores.open({ clock: () => now });
  const names = () => readdirSync(backupFolder(stores.file)).sort();

  /** A store with the fixtures' content, its backup, and a release and an edit since. */
  async function changedStore(): Promise<{ backend: LocalBackend; backup: string }> {
    const backend = await stores.openWith(store(), { clock: () => now });
    const backup = backUp();
    await backend.release({ packId: ids.neverReleased });
    await backend.editing.editPack(ids.empty, { name: "Not Empty" });
    return { backend, backup };
  }

  async function contentOf(file: string) {
    const backend = await stores.open({ file });
    try {
      return await backend.snapshots.export();
    } finally {
      backend.dispose();
    }
  }

  it("brings everything back as it was, and keeps what it replaces", async () => {
    const { backend, backup } = await changedStore();
    const changed = await backend.snapshots.export();
    backend.dispose();
    const { packCount, heldReleases, replaced } = await restore(backup);
    assert.deepEqual([packCount, heldReleases], [store().packs.length, []]);
    assert.deepEqual(await contentOf(stores.file), await contentOf(backup));
    assert.ok(replaced);
    assert.equal(replaced, join(backupFolder(stores.file), "20260610T120000Z-before-restore.db"));
    assert.deepEqual(await contentOf(replaced), changed);
    await restore(replaced);
    assert.deepEqual(await contentOf(stores.file), changed, "and back again");
  });

  it("is seen within two seconds where the store is open, which stays the same file", async () => {
    const { backend, backup } = await changedStore();
    const seen = new Promise<void>((resolve) => backend.onDidChange(resolve));
    const start = performance.now();
    await restore(backup);
    await seen;
    assert.ok(performance.now() - start < 2000);
    assert.equal((await backend.history(ids.neverReleased)).length, 0);
    await backend.release({ packId: ids.neverReleased });
    const [release] = await (await open()).history(ids.neverReleased);
    assert.ok(release, "what is written there afterwards is in the store");
  }).timeout(10_000);

  it("leaves the backup as it is, and nothing unfinished beside it", async () => {
    const { backend, backup } = await changedStore();
    backend.dispose();
    const before = readFileSync(backup);
    await restore(backup);
    assert.deepEqual(readFileSync(backup), before);
    assert.deepEqual(
      names().filter((name) => !name.endsWith(".db")),
      [],
    );
  });

  it("brings a backup of an older format up to date, in a copy", async () => {
    await changedStore();
    const old = join(stores.folder, "old.db");
    const connection = new Connection(old);
    migrate(connection, { ...localFormat, migrations: localFormat.migrations.slice(0, 1) });
    connection.execute(
      "INSERT INTO pack VALUES (1, 'p-old', 'Old', 'old', '', 'SINGLE', 'packaged'); " +
        "INSERT INTO schedule VALUES (1, '2096-12-01', 'UTC', '2096-12-01T00:00:00.000Z', 4004380800000, " +
        "'2096-12-01T01:00:00.000Z', 4004384400000, 'me', '2026-06-01T00:00:00Z', 'scheduled', NULL, NULL, NULL)",
    );
    connection.close();
    const before = readFileSync(old);
    assert.deepEqual((await restore(old)).heldReleases, ["Old"]);
    assert.deepEqual(readFileSync(old), before);
    const restored = await (await open()).listPacks();
    assert.deepEqual(
      restored.map(({ name, scheduled }) => [name, scheduled?.state]),
      [["Old", "missed"]],
    );
  });

  it("restores into a store that is missing or empty, without a backup of nothing", async () => {
    const { backend, backup } = await changedStore();
    backend.dispose();
    const elsewhere = join(stores.folder, "elsewhere.db");
    for (const begin of [() => undefined, () => writeFileSync(elsewhere, "")]) {
      begin();
      const { replaced, heldReleases } = await restore(backup, elsewhere);
      assert.deepEqual([replaced, heldReleases], [undefined, ["Scheduled"]]);
      const { packs, ...others } = await contentOf(elsewhere);
      assert.equal(packs.length, store().packs.length);
      assert.deepEqual({ ...others, packs: (await contentOf(backup)).packs }, await contentOf(backup));
      for (const part of ["", "-wal", "-shm"]) {
        if (existsSync(`${elsewhere}${part}`)) truncateSync(`${elsewhere}${part}`);
      }
    }
  });

  describe("of a damaged store", () => {
    const damages: Readonly<Record<string, (content: Buffer) => Buffer>> = {
      "cut short": (content) => content.subarray(0, content.length - 4096),
      "that begins with zeros": (content) => content.fill(0, 0, 200),
      "with damaged pages": (content) => {
        for (let page = 1; page < content.length / 4096; page += 1) {
          content.fill(0xa5, page * 4096 + 8, page * 4096 + 200);
        }
        return content;
      },
      "that is text": () => Buffer.from("no database at all, but longer than a header ".repeat(10)),
    };
    for (const [what, damage] of Object.entries(damages)) {
      it(`puts it in the place of one ${what}, and that one aside`, async () => {
        const { backend, backup } = await changedStore();
        backend.dispose();
        const damaged = Buffer.from(damage(readFileSync(stores.file)));
        writeFileSync(stores.file, damaged);
        await rejectsWith(open(), "StoreUnavailable", /damaged/);
        const { replaced, heldReleases } = await restore(backup);
        assert.ok(replaced);
        assert.equal(replaced, join(backupFolder(stores.file), "20260610T120000Z-damaged.db"));
        assert.deepEqual(readFileSync(replaced), damaged);
        assert.deepEqual(heldReleases, ["Scheduled"]);
        const restored = await open();
        assert.equal((await restored.listPacks()).length, store().packs.length);
        assert.equal((await restored.getPack(ids.scheduled)).scheduled?.state, "missed");
        assert.deepEqual(names(), ["20260610T120000Z-daily.db", "20260610T120000Z-damaged.db"]);
      });
    }

    it("puts its write-ahead log aside with it, so that none of it gets into the restored one", async () => {
      const { backend, backup } = await changedStore();
      const log = readFileSync(`${stores.file}-wal`);
      assert.ok(log.length > 0);
      backend.dispose();
      writeFileSync(stores.file, "no database at all, but longer than a header ".repeat(10));
      writeFileSync(`${stores.file}-wal`, log);
      const { replaced } = await restore(backup);
      assert.deepEqual(readFileSync(`${replaced ?? ""}-wal`), log);
      assert.equal((await (await open()).history(ids.neverReleased)).length, 0);
    });

    it("makes those who have the damaged one open write no more", async () => {
      const { backend, backup } = await changedStore();
      const overwritten = new DatabaseSync(stores.file);
      overwritten.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      overwritten.close();
      writeFileSync(stores.file, Buffer.alloc(200), { flag: "r+" });
      await restore(backup);
      await rejectsWith(backend.release({ packId: ids.upToDate }), "StoreUnavailable", /replaced/);
      backend.dispose();
      assert.equal((await (await open()).listPacks()).length, store().packs.length);
    });
  });

  describe("wherever its program is killed", () => {
    it("leaves the store as it was or as the backup has it, when it is sound", async () => {
      const { backend, backup } = await changedStore();
      const changed = await backend.snapshots.export();
      backend.dispose();
      const original = readFileSync(stores.file);
      const restored = await contentOf(backup);
      const outcomes = new Set<string>();
      let killed = 0;
      // Most calls are statements for one table of a transaction, so every fourth one tells as much.
      for (; await isKilled(killed, backup); killed += 4) {
        const { packs } = await contentOf(stores.file);
        const outcome = [changed, restored].findIndex((each) => isDeepStrictEqual(each.packs, packs));
        assert.ok(outcome >= 0, `killed before call ${killed}`);
        outcomes.add(["old", "new"][outcome] ?? "");
        resetStore(original, backup);
      }
      assert.ok(killed > 40, `killed before call ${killed}`);
      assert.deepEqual([...outcomes].sort(), ["new", "old"]);
    }).timeout(240_000);

    it("leaves a damaged store damaged or replaced, and the damaged one is never lost", async () => {
      const { backend, backup } = await changedStore();
      const log = readFileSync(`${stores.file}-wal`);
      backend.dispose();
      const damaged = Buffer.from("no database at all, but longer than a header ".repeat(10));
      const outcomes = new Set<string>();
      let killed = 0;
      const begin = () => {
        resetStore(damaged, backup);
        writeFileSync(`${stores.file}-wal`, log);
      };
      begin();
      for (; await isKilled(killed, backup); killed += 1) {
        const found = readFileSync(stores.file);
        const kept = names().filter((name) => name.endsWith("-damaged.db"));
        const isKept = kept.some((name) =>
          readFileSync(join(backupFolder(stores.file), name)).equals(damaged),
        );
        assert.ok(found.equals(damaged) || isKept, `killed before call ${killed}`);
        if (found.subarray(0, 6).toString() === "SQLite") {
          assert.equal((await contentOf(stores.file)).packs.length, store().packs.length);
          outcomes.add("new");
        } else {
          await rejectsWith(open(), "StoreUnavailable", /damaged/);
          outcomes.add("old");
        }
        begin();
      }
      assert.ok(killed > 25, `killed ${killed} times`);
      assert.deepEqual([...outcomes].sort(), ["new", "old"]);
    }).timeout(240_000);

    /** The store with this content and one backup, and nothing else of what an earlier program left. */
    function resetStore(content: Buffer, backup: string): void {
      for (const part of ["-wal", "-shm"]) rmSync(`${stores.file}${part}`, { force: true });
      rmSync(stores.file);
      writeFileSync(stores.file, content);
      for (const name of names()) {
        if (join(backupFolder(stores.file), name) !== backup) rmSync(join(backupFolder(stores.file), name));
      }
    }

    async function isKilled(before: number, backup: string): Promise<boolean> {
      const args = [killedBackup, stores.file, now.toISOString(), String(before), backup];
      const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
      const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
      if (signal === null) assert.equal(code, 0);
      return signal === "SIGKILL";
    }
  });

  describe("never lets a scheduled release be made that was settled or not yet there since", () => {
    const date = "2026-09-01";
    const schedule = (backend: LocalBackend) =>
      backend.schedules.schedule({ packId: ids.orderToCash, date, timeZone: "UTC" });

    async function scheduledStore(): Promise<{ backend: LocalBackend; backup: string }> {
      const backend = await stores.openWith({ ...store(), installations: [] }, { clock: () => now });
      await schedule(backend);
      return { backend, backup: backUp() };
    }

    const since: Readonly<Record<string, (backend: LocalBackend) => Promise<unknown>>> = {
      "was released by its date": async (backend) => {
        now = new Date(`${date}T00:10:00Z`);
        const due = (await backend.schedules.queue?.listDue(now)) ?? [];
        for (const queued of due) await backend.schedules.queue?.release(queued, "inWindow");
      },
      "was released at once": (backend) =>
        backend.release({ packId: ids.orderToCash, replaceScheduled: true }),
      "was cancelled": (backend) => backend.schedules.cancel(ids.orderToCash),
      "was cancelled and scheduled again": async (backend) => {
        await backend.schedules.cancel(ids.orderToCash);
        now = new Date(now.getTime() + 1000);
        await schedule(backend);
      },
      "would release something else": (backend) =>
        backend.editing.removeComponent(ids.orderToCash, ids.createOrder),
      "was deleted with its pack": (backend) => backend.editing.deletePack(ids.orderToCash),
    };
    for (const [what, change] of Object.entries(since)) {
      it(`one that ${what}`, async () => {
        const { backend, backup } = await scheduledStore();
        await change(backend);
        backend.dispose();
        assert.deepEqual((await restore(backup)).heldReleases, ["Order to Cash"]);
        const restored = await open();
        const { scheduled } = await restored.getPack(ids.orderToCash);
        assert.deepEqual([scheduled?.state, scheduled?.date], ["missed", date]);
        const queue = restored.schedules.queue;
        now = new Date(`${date}T00:10:00Z`);
        assert.deepEqual(await queue?.listDue(now), []);
        const { packs } = await restored.snapshots.export();
        const events = packs.find(({ packId }) => packId === ids.orderToCash)?.scheduleEvents;
        assert.deepEqual(events?.at(-1)?.event, "missed");
      });
    }

    it("one whose window has started, although it waits in the store, too", async () => {
      const { backend, backup } = await scheduledStore();
      backend.dispose();
      now = new Date(`${date}T00:00:00Z`);
      assert.deepEqual((await restore(backup)).heldReleases, ["Order to Cash"]);
    });

    it("but the very same one goes on waiting", async () => {
      const { backend, backup } = await scheduledStore();
      await backend.editing.editPack(ids.empty, { name: "Not Empty" });
      backend.dispose();
      now = new Date("2026-08-31T23:59:59Z");
      assert.deepEqual((await restore(backup)).heldReleases, []);
      const restored = await open();
      assert.equal((await restored.getPack(ids.orderToCash)).scheduled?.state, "scheduled");
    });
  });

  describe("is refused, and changes nothing", () => {
    it("when there is no such backup", async () => {
      const { backend } = await changedStore();
      const before = await backend.snapshots.export();
      await rejectsWith(
        restore(join(stores.folder, "nowhere.db")),
        "NotFound",
        /nowhere\.db/,
        /Choose another/,
      );
      assert.deepEqual(await backend.snapshots.export(), before);
    });

    const others: Readonly<Record<string, readonly [(file: string, good: string) => void, RegExp]>> = {
      "that is a folder": [(file) => mkdirSync(file), /not a file/],
      "that is empty": [(file) => writeFileSync(file, ""), /not a backup/],
      "that is text": [(file) => writeFileSync(file, "text ".repeat(100)), /damaged/],
      "that was cut short": [
        (file, good) => {
          copyFileSync(good, file);
          truncateSync(file, 8192);
        },
        /damaged/,
      ],
      "of another program": [(file) => change(file, "CREATE TABLE bookmark (url TEXT)"), /not a backup/],
      "of a newer format": [
        (file, good) => {
          copyFileSync(good, file);
          change(file, "PRAGMA user_version = 99");
        },
        /newer format 99/,
      ],
      "in which a row refers to what is not there": [
        (file, good) => {
          copyFileSync(good, file);
          change(file, "PRAGMA foreign_keys = OFF; DELETE FROM component");
        },
        /damaged/,
      ],
    };
    for (const [what, [make, pattern]] of Object.entries(others)) {
      it(`a file ${what}`, async () => {
        const { backend, backup } = await changedStore();
        const before = await backend.snapshots.export();
        const file = join(stores.folder, "other.db");
        make(file, backup);
        const held = existsSync(file) && pattern.source !== "not a file" ? readFileSync(file) : undefined;
        await rejectsWith(restore(file), "InvalidRequest", pattern, /Nothing was changed/, /another backup/);
        assert.deepEqual(await backend.snapshots.export(), before);
        if (held) assert.deepEqual(readFileSync(file), held);
        assert.deepEqual(names(), ["20260610T120000Z-daily.db"]);
      });
    }

    it("the store itself", async () => {
      await changedStore();
      await rejectsWith(restore(stores.file), "InvalidRequest", /the store itself/);
    });

    it("while another program holds the store", async () => {
      const { backend, backup } = await changedStore();
      backend.dispose();
      const other = new DatabaseSync(stores.file);
      other.exec("BEGIN IMMEDIATE");
      await rejectsWith(restore(backup), "StoreUnavailable", /locked/);
      other.close();
      assert.deepEqual(names(), ["20260610T120000Z-daily.db"]);
    });

    it("over a store of a newer format, and over the database of another program", async () => {
      const { backend, backup } = await changedStore();
      backend.dispose();
      change(stores.file, "PRAGMA user_version = 99");
      const newer = readFileSync(stores.file);
      await rejectsWith(restore(backup), "StoreUnavailable", /newer format 99/);
      assert.deepEqual(readFileSync(stores.file), newer);
      const other = join(stores.folder, "bookmarks.db");
      change(other, "PRAGMA application_id = 7; CREATE TABLE bookmark (url TEXT)");
      await rejectsWith(restore(backup, other), "StoreUnavailable", /another program/);
      assert.ok(existsSync(other));
    });
  });

  function change(file: string, statements: string): void {
    const database = new DatabaseSync(file);
    database.exec(statements);
    database.close();
  }
});
