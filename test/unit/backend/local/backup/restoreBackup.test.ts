import assert from "node:assert/strict";
import { existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Connection } from "../../../../../src/backend/sqlite/connection.ts";
import { localFormat } from "../../../../../src/backend/local/localFormat.ts";
import { migrate } from "../../../../../src/backend/sqlite/migrate.ts";
import { assertSameBytes } from "../../../../support/assertSameBytes.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("restoring a backup of the store", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  it("restores everything, and backs up what it replaces", async () => {
    const { backend, backup } = await stores.openChanged();
    const changed = await backend.snapshots.export();
    backend.dispose();
    const { packCount, packsMarkedMissed: heldReleases, replaced } = await stores.restore(backup);
    assert.deepEqual([packCount, heldReleases], [store().packs.length, []]);
    assert.deepEqual(await stores.contentOf(stores.file), await stores.contentOf(backup));
    assert.ok(replaced);
    assert.equal(replaced, join(stores.backupFolder, "20260610T120000Z-before-restore.db"));
    assert.deepEqual(await stores.contentOf(replaced), changed);
    await stores.restore(replaced);
    assert.deepEqual(await stores.contentOf(stores.file), changed, "the replaced content was not restored");
  });

  it("is noticed by a backend that has the store open, in the same file", async () => {
    const { backend, backup } = await stores.openChanged();
    const seen = new Promise<void>((resolve) => backend.onDidChange(resolve));
    await stores.restore(backup);
    await seen;
    assert.equal((await backend.history(ids.neverReleased)).length, 0);
    await backend.release({ packId: ids.neverReleased });
    const [release] = await (await stores.open()).history(ids.neverReleased);
    assert.ok(release, "a later release of that backend is not in the store");
  });

  it("does not change the backup, and leaves no unfinished file", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    const before = readFileSync(backup);
    await stores.restore(backup);
    assertSameBytes(readFileSync(backup), before);
    assert.deepEqual(
      stores.backupNames().filter((name) => !name.endsWith(".db")),
      [],
    );
  });

  it("migrates a backup of an older format in a copy", async () => {
    await stores.openChanged();
    const old = join(stores.folder, "old.db");
    const connection = new Connection(old);
    migrate(connection, {
      ...localFormat,
      migrations: localFormat.migrations.slice(0, 1),
      update: () => undefined,
    });
    connection.execute(
      "INSERT INTO pack VALUES (1, 'p-old', 'Old', 'old', '', 'SINGLE', 'packaged'); " +
        "INSERT INTO schedule VALUES (1, '2096-12-01', 'UTC', '2096-12-01T00:00:00.000Z', 4004380800000, " +
        "'2096-12-01T01:00:00.000Z', 4004384400000, 'me', '2026-06-01T00:00:00Z', 'scheduled', NULL, NULL, NULL)",
    );
    connection.close();
    const before = readFileSync(old);
    assert.deepEqual((await stores.restore(old)).packsMarkedMissed, ["Old"]);
    assertSameBytes(readFileSync(old), before);
    const restored = await (await stores.open()).listPacks();
    assert.deepEqual(
      restored.map(({ name, scheduled }) => [name, scheduled?.state]),
      [["Old", "missed"]],
    );
  });

  it("replaces a missing or empty store, without a backup of it", async () => {
    const { backend, backup } = await stores.openChanged();
    backend.dispose();
    const elsewhere = join(stores.folder, "elsewhere.db");
    for (const begin of [() => undefined, () => writeFileSync(elsewhere, "")]) {
      begin();
      const { replaced, packsMarkedMissed: heldReleases } = await stores.restore(backup, elsewhere);
      assert.deepEqual([replaced, heldReleases], [undefined, ["Scheduled"]]);
      const { packs, ...others } = await stores.contentOf(elsewhere);
      assert.equal(packs.length, store().packs.length);
      assert.deepEqual(
        { ...others, packs: (await stores.contentOf(backup)).packs },
        await stores.contentOf(backup),
      );
      for (const part of ["", "-wal", "-shm"]) {
        if (existsSync(`${elsewhere}${part}`)) truncateSync(`${elsewhere}${part}`);
      }
    }
  });
});
