import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isLocked, storeError } from "../../../src/backend/local/sqliteErrors.ts";
import { ids, store } from "../../support/fixtures.ts";
import { LocalStores } from "../../support/localStore.ts";
import { rejectsWith, throwsWith } from "../../support/rejections.ts";
import { withoutPrivileges } from "../../support/withoutPrivileges.ts";

/** Long enough that an attempt is made again, short enough that a test does not wait. */
const lockPatience = 150;

describe("faults of the store file", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  /** A store that was closed, so that everything is in the file itself. */
  async function closedStore(): Promise<Buffer> {
    const backend = await stores.openWith(store());
    backend.dispose();
    return readFileSync(stores.file);
  }

  /** Opening fails, says what to do, and leaves every file in the folder as it was. */
  async function refusesToOpen(...patterns: RegExp[]): Promise<void> {
    const before = contentsOf(stores.folder);
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", ...patterns);
    assert.deepEqual(contentsOf(stores.folder), before);
  }

  for (const [what, content] of [
    ["a text file", Buffer.from("not a database, but longer than a header is ".repeat(10))],
    ["a file of zeros", Buffer.alloc(8192)],
    ["less than a header", Buffer.from("SQLite format 3\0")],
  ] as const) {
    it(`does not touch ${what}`, async () => {
      writeFileSync(stores.file, content);
      await refusesToOpen(/damaged or is not a store/, /left as it is/, /Restore it from a backup/);
    });
  }

  it("does not touch another program's database", async () => {
    const other = new DatabaseSync(stores.file);
    other.exec("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.com')");
    other.close();
    await refusesToOpen(/is not a store of integration packs/);
  });

  it("does not touch another program's database whose first table is still in its write-ahead log", async () => {
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA journal_mode = WAL; CREATE TABLE bookmark (url TEXT)");
    const before = readFileSync(`${stores.file}-wal`);
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", /is not a store/);
    assert.deepEqual(readFileSync(`${stores.file}-wal`), before);
    other.close();
  });

  it("does not touch a store of a newer format", async () => {
    await closedStore();
    const newer = new DatabaseSync(stores.file);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    await refusesToOpen(/newer format 99/, /Update this extension/);
  });

  it("does not touch a store that was cut short", async () => {
    const whole = await closedStore();
    truncateSync(stores.file, whole.length - 4096);
    await refusesToOpen(/damaged/, /Restore it from a backup/);
  });

  it("does not touch a store with damaged pages", async () => {
    const whole = await closedStore();
    for (let page = 1; page < whole.length / 4096; page += 1) {
      whole.fill(0xa5, page * 4096 + 8, page * 4096 + 200);
    }
    writeFileSync(stores.file, whole);
    await refusesToOpen(/damaged/);
  });

  it("does not take a folder for a file", async () => {
    mkdirSync(stores.file);
    await refusesToOpen(/it is not a file/);
  });

  it("makes the folder of its own storage, and no other", async () => {
    const file = join(stores.folder, "a", "b", "store.db");
    await rejectsWith(stores.open({ file }), "StoreUnavailable", /does not exist/, /Create it/, /storePath/);
    assert.ok(!existsSync(join(stores.folder, "a")));
    await stores.open({ file, createFolder: true });
    assert.ok(existsSync(file));
  });

  it("makes a store of an empty file, and of a database that nobody has used", async () => {
    writeFileSync(stores.file, "");
    assert.deepEqual(await (await stores.open()).listPacks(), []);
    const unused = join(stores.folder, "unused.db");
    const database = new DatabaseSync(unused);
    database.exec("PRAGMA journal_mode = WAL");
    database.close();
    assert.deepEqual(await (await stores.open({ file: unused })).listPacks(), []);
  });

  it("waits for another program's lock, then says that it holds the store", async () => {
    const backend = await stores.openWith(store(), { lockPatience });
    const other = await lockFromElsewhere(stores.file);
    try {
      const release = () => backend.release({ packId: ids.neverReleased });
      await rejectsWith(release(), "StoreUnavailable", /locked by another program/, /Close that program/);
      assert.equal((await backend.listPacks()).length, 6, "reading goes on");
      const waiting = (await stores.open()).release({ packId: ids.neverReleased });
      other.kill();
      await once(other, "exit");
      assert.equal((await waiting).packId, ids.neverReleased);
    } finally {
      other.kill();
    }
  }).timeout(20_000);

  it("waits for another connection's lock while it opens", async () => {
    await closedStore();
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", /locked/, /retry/);
    const opening = stores.open();
    other.close();
    assert.equal((await (await opening).listPacks()).length, 6);
  }).timeout(20_000);

  for (const [what, becomes] of [
    ["deleted", (file: string) => rmSync(file)],
    ["moved away", (file: string) => renameSync(file, `${file}.moved`)],
    ["replaced", replaceByCopy],
  ] as const) {
    it(`notices that the file was ${what} while it was open, and writes nothing`, async () => {
      const backend = await stores.openWith(store());
      const changed = new Promise<void>((resolve) => backend.onDidChange(resolve));
      becomes(stores.file);
      const before = contentsOf(stores.folder);
      const gone = [/moved, deleted or replaced/, /Put it back and retry/];
      await rejectsWith(backend.release({ packId: ids.neverReleased }), "StoreUnavailable", ...gone);
      await rejectsWith(backend.listPacks(), "StoreUnavailable", ...gone);
      await rejectsWith(backend.editing.deletePack(ids.empty), "StoreUnavailable", ...gone);
      await changed;
      assert.deepEqual(contentsOf(stores.folder), before);
    }).timeout(20_000);
  }

  it("goes on when the file was put back", async () => {
    const backend = await stores.openWith(store());
    renameSync(stores.file, `${stores.file}.away`);
    await rejectsWith(backend.listPacks(), "StoreUnavailable", /Put it back/);
    renameSync(`${stores.file}.away`, stores.file);
    await backend.release({ packId: ids.neverReleased });
    assert.equal((await backend.history(ids.neverReleased)).length, 1);
  });

  for (const [what, file, folder] of [
    ["a file", 0o444, 0o777],
    ["a folder", 0o666, 0o555],
  ] as const) {
    it(`says of ${what} that may only be read that it cannot be written, and leaves it as it is`, async () => {
      await closedStore();
      chmodSync(stores.file, file);
      chmodSync(stores.folder, folder);
      await withoutPrivileges(() => refusesToOpen(/cannot be written/, /Allow writing/, /storePath/));
    });
  }

  it("says of a folder that may only be read that no store can be made in it", async () => {
    chmodSync(stores.folder, 0o555);
    await withoutPrivileges(() => refusesToOpen(/cannot be written/, /Allow writing/));
  });

  it("says that it was closed, and no more", async () => {
    const backend = await stores.open();
    backend.dispose();
    backend.dispose();
    await rejectsWith(backend.listPacks(), "StoreUnavailable", /it was closed/);
  });
});

describe("what is told of a failure of SQLite or the disk", () => {
  const failure = (errcode: number) => Object.assign(new Error("failed"), { errcode });
  for (const [what, error, message] of [
    ["a full disk", failure(13), /the disk is full/],
    ["an error of the disk", failure(10 | (3 << 8)), /the disk reported an error/],
    ["a damaged page", failure(11), /damaged/],
    ["a file that was moved", failure(8 | (4 << 8)), /moved, deleted or replaced/],
    ["no space for the file", Object.assign(new Error("x"), { code: "ENOSPC" }), /the disk is full/],
    [
      "a file system that may only be read",
      Object.assign(new Error("x"), { code: "EROFS" }),
      /Allow writing/,
    ],
    ["anything else", new Error("the unforeseen"), /the unforeseen.*Remove the cause, then retry/],
  ] as const) {
    it(`names ${what}`, () => {
      throwsWith(
        () => {
          throw storeError(error, "store.db");
        },
        "StoreUnavailable",
        message,
      );
      assert.equal(isLocked(error), false);
    });
  }

  it("tries again after a lock only", () => {
    assert.ok(isLocked(failure(5)) && isLocked(failure(6)) && isLocked(failure(5 | (1 << 8))));
  });
});

/** The content of every file in a folder, by name. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "base64")]),
  );
}

function replaceByCopy(file: string): void {
  copyFileSync(file, `${file}.new`);
  renameSync(`${file}.new`, file);
}

/** Another process that holds the write lock until it is killed. */
async function lockFromElsewhere(file: string): Promise<ChildProcess> {
  const script = `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(process.argv[1]);
    database.exec("BEGIN IMMEDIATE");
    console.log("locked");
    setInterval(() => database.isOpen, 1000);`;
  const other = spawn(process.execPath, ["-e", script, file], { stdio: ["ignore", "pipe", "inherit"] });
  await once(other.stdout, "data");
  return other;
}
