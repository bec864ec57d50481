import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { localFormat } from "../../../../src/backend/local/localFormat.ts";
import type { LocalBackend } from "../../../../src/backend/local/localBackend.ts";
import { parseSnapshot } from "../../../../src/model/snapshot/parseSnapshot.ts";
import type { Snapshot, SnapshotPack } from "../../../../src/model/snapshot/snapshot.ts";
import { ids } from "../../../support/fixtures/store.ts";
import { fixtureFormats, unpackFixture } from "../../../support/formats/formatFixtures.ts";
import { duePack } from "../../../support/formats/writeStoreFixture.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

/** The snapshot without the states that were confirmed, which formats 1 and 2 do not have. */
const withoutConfirmed = (snapshot: Snapshot) => ({
  ...snapshot,
  packs: snapshot.packs.map(({ scheduled, ...pack }) => ({
    ...pack,
    scheduled: { ...scheduled, confirmed: [] },
  })),
});

/** What the newest release of the pack gave its components, and what is marked Deleted. */
const foundState = ({ components, releases = [] }: SnapshotPack) =>
  components
    .map(({ componentId, deleted = false }) => ({
      componentId,
      currentVersion: releases.at(-1)?.versions[componentId] ?? "",
      deleted,
    }))
    .sort((a, b) => (a.componentId < b.componentId ? -1 : 1));

describe("a store of each format", () => {
  it("is a fixture", () => {
    const all = localFormat.migrations.map((_, index) => index + 1);
    assert.deepEqual(fixtureFormats("store"), all, "run: npm run script scripts/makeFormatFixtures.ts store");
  });

  for (const format of fixtureFormats("store")) {
    describe(`format ${format}`, () => {
      let stores: LocalStores;
      let written: Snapshot;

      beforeEach(() => {
        stores = new LocalStores();
        const content = unpackFixture("store", format, stores.file);
        written = parseSnapshot(JSON.stringify(content));
        assert.deepEqual(written, content);
      });
      afterEach(() => stores.dispose());

      it("was written by a program of that format", () => {
        const file = new DatabaseSync(stores.file, { readOnly: true });
        assert.equal(file.prepare("PRAGMA user_version").get()?.user_version, format);
        file.close();
      });

      it("opens, and loses nothing", async () => {
        const backend = await stores.open();
        const exported = await backend.snapshots.export();
        assert.equal(exported.packs.length, 7);
        assert.ok(exported.packs.filter(({ releases = [] }) => releases.length > 0).length >= 5);
        assert.deepEqual(withoutConfirmed(exported), withoutConfirmed(written));
        assert.deepEqual(
          exported.packs
            .flatMap(({ packId, scheduled }) => (scheduled ? [[packId, scheduled.state]] : []))
            .sort(),
          [
            [await idOf(backend, duePack), undefined],
            [ids.legacy, "missed"],
            [ids.scheduled, undefined],
            [ids.upToDate, "failed"],
          ].sort(),
        );
      });

      it("rule 12: confirms with each scheduled release the state that it finds", async () => {
        const { packs } = await (await stores.open()).snapshots.export();
        const scheduled = packs.filter((pack) => pack.scheduled);
        assert.equal(scheduled.length, 4);
        for (const pack of scheduled)
          assert.deepEqual(pack.scheduled?.confirmed, foundState(pack), pack.name);
      });

      it("gives the same store when its snapshot of then is imported", async () => {
        const migrated = await (await stores.open()).snapshots.export();
        const imported = await stores.openWith(written, { file: `${stores.file}-imported` });
        assert.deepEqual(await imported.snapshots.export(), migrated);
      });

      it("rule 12: releases what is due once, with two editors, and what failed not at all", async () => {
        const now = new Date("2026-06-19T22:10:00Z");
        const backends = [await stores.open({ clock: () => now }), await stores.open({ clock: () => now })];
        const [first] = backends;
        assert.ok(first);
        const packId = await idOf(first, duePack);
        const before = await first.history(packId);
        const runs = backends.map(async ({ schedules: { queue } }) => {
          assert.ok(queue);
          const due = await queue.listDue(now);
          assert.deepEqual(
            due.map((queued) => queued.packId),
            [packId],
          );
          return Promise.all(due.map((queued) => queue.release(queued, "inWindow")));
        });
        const releases = (await Promise.all(runs)).flat().filter((release) => release !== undefined);
        assert.equal(releases.length, 1);
        const after = await first.history(packId);
        assert.deepEqual(after.slice(1), before);
        assert.equal(after[0]?.trigger, "scheduled");
        assert.deepEqual(await first.schedules.queue?.listDue(now), []);
      });
    });
  }
});

async function idOf(backend: LocalBackend, name: string): Promise<string> {
  const pack = (await backend.listPacks()).find((each) => each.name === name);
  assert.ok(pack, name);
  return pack.packId;
}
