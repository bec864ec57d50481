import assert from "node:assert/strict";
import fc from "fast-check";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parseSnapshot } from "../../../../../src/model/snapshot/parseSnapshot.ts";
import { arbitraryStore } from "../../../../support/arbitrary/arbitraryStore.ts";
import { canonicalExport, canonicalSnapshot } from "../../../../support/snapshot/canonicalSnapshot.ts";
import { storeWith } from "../../../../support/snapshot/storeWith.ts";
import { callUnchecked } from "../../../../support/callUnchecked.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("snapshots of the local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("restore any store from an export", async () => {
    const first = await stores.open({ file: join(stores.folder, "first.db") });
    const second = await stores.open({ file: join(stores.folder, "second.db") });
    const keepsEverything = fc.asyncProperty(fc.gen(), async (g) => {
      const content = arbitraryStore(g);
      await first.snapshots.import(content);
      const exported = await first.snapshots.export();
      assert.deepEqual(canonicalExport(exported), canonicalSnapshot(content));
      await second.snapshots.import(parseSnapshot(JSON.stringify(exported)));
      assert.equal(JSON.stringify(await second.snapshots.export()), JSON.stringify(exported));
      assert.deepEqual(await second.listPacks(), await first.listPacks());
    });
    await fc.assert(keepsEverything, { numRuns: 60, endOnFailure: true });
  }).timeout(60_000);

  it("restore releases and schedules from an export", async () => {
    const backend = await stores.openWith(store());
    await backend.release({ packId: ids.orderToCash });
    await backend.schedules.schedule({ packId: ids.neverReleased, date: "2026-09-01", timeZone: "UTC" });
    await backend.schedules.cancel(ids.scheduled);
    const exported = await backend.snapshots.export();
    const copy = await stores.openWith(exported, { file: join(stores.folder, "copy.db") });
    assert.deepEqual(await copy.snapshots.export(), exported);
    for (const { packId } of await backend.listPacks()) {
      assert.deepEqual(await copy.getPack(packId), await backend.getPack(packId));
      assert.deepEqual(await copy.history(packId), await backend.history(packId));
      assert.deepEqual(await copy.getSharing(packId), await backend.getSharing(packId));
    }
    const events = exported.packs.flatMap(({ scheduleEvents = [] }) => scheduleEvents);
    assert.deepEqual(
      events.map(({ event, date }) => [event, date]),
      [
        ["scheduled", "2026-09-01"],
        ["scheduled", "2096-12-01"],
        ["cancelled", "2096-12-01"],
      ],
    );
  });

  it("show whether the store is empty", async () => {
    const backend = await stores.open();
    assert.equal(await backend.snapshots.isEmpty(), true);
    assert.deepEqual(await backend.snapshots.export(), {
      formatVersion: 1,
      components: [],
      packs: [],
      accountGroups: [],
      installations: [],
    });
    await backend.snapshots.import(store());
    assert.equal(await backend.snapshots.isEmpty(), false);
  });

  it("back up the replaced content beside the store, unless the store is empty", async () => {
    const backend = await stores.open();
    assert.equal(await backend.snapshots.import(store()), undefined);
    const before = await backend.snapshots.export();
    const other = { ...store(), packs: [], accountGroups: [], installations: [] };
    const backup = await backend.snapshots.import(other);
    assert.ok(backup);
    assert.equal(backup, join(`${stores.file}.backups`, "20260610T120000Z-before-import.db"));
    const second = await backend.snapshots.import(store());
    assert.equal(
      second && basename(second),
      "20260610T120000Z-before-import-2.db",
      "an earlier backup was overwritten",
    );
    const contents = [backup, second].map((file) =>
      stores.open({ file }).then(({ snapshots }) => snapshots.export()),
    );
    assert.deepEqual(await Promise.all(contents), [before, other]);
  });

  it("replace everything, or nothing if the snapshot is invalid", async () => {
    const backend = await stores.openWith(store());
    const before = await backend.snapshots.export();
    let changes = 0;
    backend.onDidChange(() => (changes += 1));
    const broken = storeWith({ "installations/0/releaseId": "gone" });
    await rejectsWith(
      callUnchecked(backend.snapshots, "import", broken),
      "InvalidRequest",
      /installations\[0\]/,
    );
    assert.deepEqual(await backend.snapshots.export(), before);
    assert.equal(changes, 0);
    assert.deepEqual(backupsOf(stores), []);
    await backend.snapshots.import({ ...store(), packs: [], accountGroups: [], installations: [] });
    assert.deepEqual(await backend.listPacks(), []);
    assert.equal(changes, 1);
  });

  for (const content of ["content", "no content"]) {
    it(`leave a store with ${content} as it is, without a backup, if the import fails`, async () => {
      const backend = content === "content" ? await stores.openWith(store()) : await stores.open();
      const before = await backend.snapshots.export();
      executeElsewhere(
        stores.file,
        "CREATE TRIGGER fault BEFORE INSERT ON installation BEGIN SELECT raise(ABORT, 'a fault'); END",
      );
      await rejectsWith(backend.snapshots.import(store()), "StoreUnavailable", /a fault/);
      assert.deepEqual(await backend.snapshots.export(), before);
      assert.deepEqual(backupsOf(stores), []);
    });
  }
});

function backupsOf({ file }: LocalStores): string[] {
  return existsSync(`${file}.backups`) ? readdirSync(`${file}.backups`) : [];
}
