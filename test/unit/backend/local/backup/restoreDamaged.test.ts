import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertSameBytes } from "../../../../support/assertSameBytes.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { damagePages, notADatabase } from "../../../../support/store/damagePages.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("restoring a backup of a damaged store", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  const damages: Readonly<Record<string, (content: Buffer) => Buffer>> = {
    "that was cut short": (content) => content.subarray(0, content.length - 4096),
    "that begins with zeros": (content) => content.fill(0, 0, 200),
    "with damaged pages": (content) => damagePages(content),
    "that is text": () => notADatabase,
  };
  for (const [what, damage] of Object.entries(damages)) {
    it(`replaces a store ${what}, and moves the damaged file to the backups`, async () => {
      const { backend, backup } = await stores.openChanged();
      backend.dispose();
      const damaged = Buffer.from(damage(readFileSync(stores.file)));
      writeFileSync(stores.file, damaged);
      await rejectsWith(stores.open(), "StoreUnavailable", /damaged/);
      const { replaced, packsMarkedMissed: heldReleases } = await stores.restore(backup);
      assert.ok(replaced);
      assert.equal(replaced, join(stores.backupFolder, "20260610T120000Z-damaged.db"));
      assertSameBytes(readFileSync(replaced), damaged);
      assert.deepEqual(heldReleases, ["Scheduled"]);
      const restored = await stores.open();
      assert.equal((await restored.listPacks()).length, store().packs.length);
      assert.equal((await restored.getPack(ids.scheduled)).scheduled?.state, "missed");
      assert.deepEqual(stores.backupNames(), ["20260610T120000Z-daily.db", "20260610T120000Z-damaged.db"]);
    });
  }

  it("replaces a store in which a flipped bit has changed the name of a column", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    const damaged = readFileSync(stores.file);
    // Earlier definitions of the table are still in unused parts of the file.
    const table = "CREATE TABLE schedule (";
    for (let at = damaged.indexOf(table); at >= 0; at = damaged.indexOf(table, at + 1)) {
      damaged.write("datd", damaged.indexOf("date TEXT", at));
    }
    writeFileSync(stores.file, damaged);
    const { replaced } = await stores.restore(backup);
    // Node needs gigabytes to describe how two files differ.
    assertSameBytes(readFileSync(replaced ?? ""), damaged);
    assert.equal((await (await stores.open()).listPacks()).length, store().packs.length);
  });

  it("moves the write-ahead log along with the damaged file, so that it does not affect the restored store", async () => {
    const { backend, backup } = await stores.openChanged();
    const log = readFileSync(`${stores.file}-wal`);
    assert.ok(log.length > 0);
    backend.dispose();
    writeFileSync(stores.file, notADatabase);
    writeFileSync(`${stores.file}-wal`, log);
    const { replaced } = await stores.restore(backup);
    assertSameBytes(readFileSync(`${replaced ?? ""}-wal`), log);
    assert.equal((await (await stores.open()).history(ids.neverReleased)).length, 0);
  });

  it("stops backends that have the damaged store open from writing", async () => {
    const { backend, backup } = await stores.openChanged();
    executeElsewhere(stores.file, "PRAGMA wal_checkpoint(TRUNCATE)");
    writeFileSync(stores.file, Buffer.alloc(200), { flag: "r+" });
    await stores.restore(backup);
    await rejectsWith(backend.release({ packId: ids.upToDate }), "StoreUnavailable", /replaced/);
    backend.dispose();
    assert.equal((await (await stores.open()).listPacks()).length, store().packs.length);
  });
});
