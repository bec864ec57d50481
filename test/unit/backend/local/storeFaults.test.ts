import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assertSameBytes } from "../../../support/assertSameBytes.ts";
import { executeElsewhere } from "../../../support/store/executeElsewhere.ts";
import { damagePages } from "../../../support/store/damagePages.ts";
import { store } from "../../../support/fixtures/store.ts";
import { folderContents } from "../../../support/store/folderContents.ts";
import { LocalStores, lockPatience } from "../../../support/store/localStores.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { withoutPrivileges } from "../../../support/store/withoutPrivileges.ts";
import { itOnPosix } from "../../../support/mocha/itOnPosix.ts";

describe("opening a faulty store file", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  /** The content of a store that was closed, so that everything is in the file and not in its log. */
  async function closedStore(): Promise<Buffer> {
    const backend = await stores.openWith(store());
    backend.dispose();
    return readFileSync(stores.file);
  }

  /** Asserts that opening fails with a message that matches, and changes no file in the folder. */
  async function refusesToOpen(...patterns: RegExp[]): Promise<void> {
    const before = folderContents(stores.folder);
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", ...patterns);
    assert.deepEqual(folderContents(stores.folder), before);
  }

  for (const [what, content] of [
    ["a text file", Buffer.from("not a database, but longer than a header is ".repeat(10))],
    ["a file of zeros", Buffer.alloc(8192)],
    ["less than a header", Buffer.from("SQLite format 3\0")],
  ] as const) {
    it(`does not change ${what}`, async () => {
      writeFileSync(stores.file, content);
      await refusesToOpen(/damaged or is not a store/, /left as it is/, /Restore it from a backup/);
    });
  }

  it("does not change another program's database", async () => {
    executeElsewhere(
      stores.file,
      "CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('https://example.com')",
    );
    await refusesToOpen(/is not a store of integration packs/);
  });

  it("does not change another program's database whose first table is only in the write-ahead log", async () => {
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA journal_mode = WAL; CREATE TABLE bookmark (url TEXT)");
    const before = readFileSync(`${stores.file}-wal`);
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", /is not a store/);
    assertSameBytes(readFileSync(`${stores.file}-wal`), before);
    other.close();
  });

  it("does not change a store of a newer format", async () => {
    await closedStore();
    executeElsewhere(stores.file, "PRAGMA user_version = 99");
    await refusesToOpen(/newer format 99/, /Update this extension/);
  });

  it("does not change a store that was cut short", async () => {
    const whole = await closedStore();
    truncateSync(stores.file, whole.length - 4096);
    await refusesToOpen(/damaged/, /Restore it from a backup/);
  });

  it("does not change a store with damaged pages", async () => {
    const whole = await closedStore();
    writeFileSync(stores.file, damagePages(whole));
    await refusesToOpen(/damaged/);
  });

  it("rejects a folder", async () => {
    mkdirSync(stores.file);
    await refusesToOpen(/it is not a file/);
  });

  it("creates the folder only if it is the extension's own", async () => {
    const file = join(stores.folder, "a", "b", "store.db");
    await rejectsWith(stores.open({ file }), "StoreUnavailable", /does not exist/, /Create it/, /storePath/);
    assert.ok(!existsSync(join(stores.folder, "a")));
    await stores.open({ file, createFolder: true });
    assert.ok(existsSync(file));
  });

  it("creates a store in an empty file and in an empty database", async () => {
    writeFileSync(stores.file, "");
    assert.deepEqual(await (await stores.open()).listPacks(), []);
    const unused = join(stores.folder, "unused.db");
    executeElsewhere(unused, "PRAGMA journal_mode = WAL");
    assert.deepEqual(await (await stores.open({ file: unused })).listPacks(), []);
  });

  it("waits for the lock of another program", async () => {
    await closedStore();
    const other = new DatabaseSync(stores.file);
    other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    await rejectsWith(stores.open({ lockPatience }), "StoreUnavailable", /locked/, /retry/);
    const opening = stores.open();
    other.close();
    assert.equal((await (await opening).listPacks()).length, 6);
  }).timeout(20_000);

  for (const [what, file, folder] of [
    ["a read-only file", 0o444, 0o777],
    ["a file in a read-only folder", 0o666, 0o555],
  ] as const) {
    itOnPosix(`says that ${what} cannot be written, and does not change it`, async () => {
      await closedStore();
      chmodSync(stores.file, file);
      chmodSync(stores.folder, folder);
      await withoutPrivileges(() => refusesToOpen(/cannot be written/, /Allow writing/, /storePath/));
    });
  }

  itOnPosix("says that no store can be created in a read-only folder", async () => {
    chmodSync(stores.folder, 0o555);
    await withoutPrivileges(() => refusesToOpen(/cannot be written/, /Allow writing/));
  });
});
