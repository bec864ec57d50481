import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { store } from "../../../../support/fixtures/store.ts";
import { rejectsWith, throwsWith } from "../../../../support/rejectsWith.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

const pageSize = 4096;
/** The kind of a page with the leaves of an index, https://www.sqlite.org/fileformat.html */
const indexLeaf = 0x0a;

/** Changes a text in the indexes of a database: their rows are not those of the tables then. A copy of the tables is intact. */
function damageIndexes(file: string, text: string): void {
  const content = readFileSync(file);
  let count = 0;
  for (let page = 0; page < content.length; page += pageSize) {
    if (content[page] !== indexLeaf) continue;
    const at = content.subarray(page, page + pageSize).indexOf(text);
    if (at < 0) continue;
    content.write("~", page + at);
    count += 1;
  }
  assert.ok(count > 0, `no index contains ${text}`);
  writeFileSync(file, content);
}

describe("damage in a store that can be opened", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  /** A closed store with a backup. */
  const closedStore = async (): Promise<string> => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    return backup;
  };

  it("in an index prevents the daily backup, whose copy would hide it", async () => {
    (await stores.openWith(store())).dispose();
    damageIndexes(stores.file, "order to cash");
    throwsWith(() => stores.makeDailyBackup(), "StoreUnavailable", /damaged/);
    assert.deepEqual(stores.backupNames(), []);
  });

  it("in a reference prevents an import, which would lose what the backup before it cannot restore", async () => {
    const backend = await stores.openWith(store());
    executeElsewhere(stores.file, "PRAGMA foreign_keys = OFF; DELETE FROM packaged_version");
    await rejectsWith(backend.snapshots.import(store()), "StoreUnavailable", /damaged/);
    assert.deepEqual(stores.backupNames(), []);
    assert.equal((await backend.listPackSummaries()).length, store().packs.length);
  });

  for (const [what, damage] of [
    ["in an index", () => damageIndexes(stores.file, "order to cash")],
    ["by a table too many", () => executeElsewhere(stores.file, "CREATE TABLE extra (a TEXT)")],
    ["by an index that is missing", () => executeElsewhere(stores.file, "DROP INDEX schedule_by_window")],
  ] as const) {
    it(`${what} has the whole file replaced when a backup is restored`, async () => {
      const backup = await closedStore();
      damage();
      const { replaced } = await stores.restore(backup);
      assert.equal(basename(replaced ?? ""), "20260610T120000Z-damaged.db");
      assert.equal((await (await stores.open()).listPacks()).length, store().packs.length);
    });
  }
});

describe("a restore", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("leaves the last five backups of what restores and imports replaced", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    for (let count = 0; count < 6; count += 1) {
      stores.now = new Date(stores.now.getTime() + 1_000);
      await stores.restore(backup);
    }
    assert.deepEqual(
      stores.backupNames().map((name) => name.replace("20260610T1200", "")),
      ["00Z-daily.db", ...["02", "03", "04", "05", "06"].map((second) => `${second}Z-before-restore.db`)],
    );
  });
});
