import assert from "node:assert/strict";
import fc from "fast-check";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { openLocalBackend } from "../../../src/backend/local/localBackend.ts";
import { canBeReleased, summarizePack } from "../../../src/model/pack.ts";
import { parseSnapshot, type Snapshot } from "../../../src/model/snapshot.ts";
import { arbitraryStore } from "../../support/arbitraryStore.ts";
import { storeWith } from "../../support/changedStore.ts";
import { ids, store } from "../../support/fixtures.ts";
import { LocalStores } from "../../support/localStore.ts";
import { rejectsWith } from "../../support/rejections.ts";

const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
const byTime = <T>(time: (item: T) => string, items: readonly T[] = []) =>
  [...items].sort((one, other) => Date.parse(time(one)) - Date.parse(time(other)));
const filled = <T>(key: string, list: readonly T[]) =>
  Object.fromEntries(list.length > 0 ? [[key, list]] : []);
const keySorted = (versions: object) => Object.fromEntries(Object.entries(versions).sort());

/** The same store with optional keys and the order of lists as an export has them; written from the format alone. */
function canonical(snapshot: Snapshot): unknown {
  return {
    formatVersion: 1,
    components: snapshot.components
      .map(({ versions, ...component }) => ({
        ...component,
        versions: [...versions]
          .sort(
            (one, other) =>
              Date.parse(one.createdDate) - Date.parse(other.createdDate) ||
              one.componentVersion - other.componentVersion,
          )
          .map(({ includedComponents = [], deployments, ...version }) => ({
            ...version,
            ...filled("includedComponents", includedComponents),
            ...filled(
              "deployments",
              byTime(({ deployedDate }) => deployedDate, deployments),
            ),
          })),
      }))
      .sort(byText),
    packs: snapshot.packs
      .map(({ components, releases, scheduled, scheduleEvents = [], ...pack }) => ({
        ...pack,
        components: components
          .map(({ componentId, pendingVersion, deleted }) => ({
            componentId,
            ...(pendingVersion && { pendingVersion }),
            ...(deleted && { deleted }),
          }))
          .sort(byText),
        ...filled(
          "releases",
          byTime(({ releasedAt }) => releasedAt, releases).map(({ trigger, versions, ...release }) => ({
            ...release,
            ...(trigger && trigger !== "immediate" && { trigger }),
            versions: keySorted(versions),
          })),
        ),
        ...(scheduled && { scheduled: canonicalSchedule(scheduled) }),
        ...filled("scheduleEvents", scheduleEvents),
      }))
      .sort(byText),
    accountGroups: snapshot.accountGroups
      .map(({ packIds, accounts, ...group }) => ({
        ...group,
        packIds: [...packIds].sort(),
        accounts: [...accounts].sort(byText),
      }))
      .sort(byText),
    installations: [...snapshot.installations].sort(byText),
  };
}

function canonicalSchedule({
  state,
  versions,
  ...scheduled
}: NonNullable<Snapshot["packs"][0]["scheduled"]>) {
  return { ...scheduled, versions: keySorted(versions), ...(state && state !== "scheduled" && { state }) };
}

/** The same without an order of lists of named things, to compare with another order of the same. */
function unordered(snapshot: Snapshot): unknown {
  return canonical(parseSnapshot(snapshot));
}

describe("snapshots of the local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("export then import gives the same store, whatever is in it", async () => {
    const first = await stores.open({ file: join(stores.folder, "first.db") });
    const second = await stores.open({ file: join(stores.folder, "second.db") });
    const keepsEverything = fc.asyncProperty(fc.gen(), async (g) => {
      const content = arbitraryStore(g);
      await first.snapshots.import(content);
      const exported = await first.snapshots.export();
      assert.deepEqual(unordered(exported), canonical(content));
      await second.snapshots.import(parseSnapshot(JSON.stringify(exported)));
      assert.equal(JSON.stringify(await second.snapshots.export()), JSON.stringify(exported));
      assert.deepEqual(await second.listPacks(), await first.listPacks());
    });
    await fc.assert(keepsEverything, { numRuns: 60, endOnFailure: true });
  }).timeout(60_000);

  it("rule 4: the list's summaries say of any store what the model says of its packs", async () => {
    const backend = await stores.open();
    const agrees = fc.asyncProperty(fc.gen(), async (g) => {
      await backend.snapshots.import(arbitraryStore(g));
      const packs = await backend.listPacks();
      const summaries = await backend.listPackSummaries();
      assert.deepEqual(
        summaries.map(({ packId, releasable }) => [packId, releasable]),
        packs.map((pack) => [pack.packId, canBeReleased(pack)]),
      );
      for (const [at, pack] of packs.entries()) {
        const [latest] = await backend.history(pack.packId);
        const { scheduled, ...summary } = summarizePack(pack, latest?.releasedAt);
        const { versions: _, ...schedule } = { versions: {}, ...scheduled };
        assert.deepEqual(summaries[at], { ...summary, ...(scheduled && { scheduled: schedule }) });
      }
    });
    await fc.assert(agrees, { numRuns: 60, endOnFailure: true });
  }).timeout(60_000);

  it("the latest version is the model's newest choosable one, if newer than the current", async () => {
    const backend = await stores.open();
    const agrees = fc.asyncProperty(fc.gen(), async (g) => {
      await backend.snapshots.import(arbitraryStore(g));
      const packs = await backend.listPacks();
      for (const component of packs.flatMap(({ components }) => components)) {
        const { componentId, currentVersion, latestVersion } = component;
        const versions = (await backend.listVersions([componentId])).get(componentId) ?? [];
        const newest = versions.find(({ shareable, deleted }) => shareable && !deleted);
        const current = versions.find(({ packageVersion }) => packageVersion === currentVersion);
        const age = (date: string, revision: number) => Date.parse(date) * 100 + revision;
        const isNewer =
          newest &&
          (!current ||
            age(newest.createdDate, newest.componentVersion) >
              age(current.createdDate, current.componentVersion));
        assert.equal(latestVersion, isNewer ? newest.packageVersion : "");
      }
    });
    await fc.assert(agrees, { numRuns: 60, endOnFailure: true });
  }).timeout(60_000);

  it("a store after a release and a schedule survives export and import", async () => {
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

  it("says whether the store is empty", async () => {
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

  it("keeps a backup of what was there beside the store, none of an empty one", async () => {
    const backend = await stores.open();
    assert.equal(await backend.snapshots.import(store()), undefined);
    const before = await backend.snapshots.export();
    const other = { ...store(), packs: [], accountGroups: [], installations: [] };
    const backup = await backend.snapshots.import(other);
    assert.ok(backup);
    assert.equal(backup, join(`${stores.file}.backups`, "20260610T120000Z-before-import.db"));
    const second = await backend.snapshots.import(store());
    assert.equal(second && basename(second), "20260610T120000Z-before-import-2.db", "none is overwritten");
    const contents = [backup, second].map((file) =>
      stores.open({ file }).then(({ snapshots }) => snapshots.export()),
    );
    assert.deepEqual(await Promise.all(contents), [before, other]);
  });

  it("replaces everything wholly or not at all", async () => {
    const backend = await stores.openWith(store());
    const before = await backend.snapshots.export();
    let changes = 0;
    backend.onDidChange(() => (changes += 1));
    const broken = storeWith({ "installations/0/releaseId": "gone" });
    // What a caller without types could pass.
    const importUnchecked = async (document: unknown) => {
      const load: unknown = Reflect.get(backend.snapshots, "import");
      assert.ok(typeof load === "function");
      const outcome: unknown = Reflect.apply(load, backend.snapshots, [document]);
      await outcome;
    };
    await rejectsWith(importUnchecked(broken), "InvalidRequest", /installations\[0\]/);
    assert.deepEqual(await backend.snapshots.export(), before);
    assert.equal(changes, 0);
    assert.deepEqual(backupsOf(stores), []);
    await backend.snapshots.import({ ...store(), packs: [], accountGroups: [], installations: [] });
    assert.deepEqual(await backend.listPacks(), []);
    assert.equal(changes, 1);
  });

  it("leaves no backup behind when the import fails half-way", async () => {
    const backend = await openLocalBackend({
      file: stores.file,
      user: "tester",
      clock: () => new Date("2026-06-10T12:00:00Z"),
    });
    await backend.snapshots.import(store());
    const before = await backend.snapshots.export();
    // Dates are checked by the rules, so only a fault of the store itself can stop it: here a name no table takes.
    const names = new Proxy(store(), {
      get: (target, key) => {
        if (key === "installations") throw new Error("the disk went away");
        const value: unknown = Reflect.get(target, key);
        return value;
      },
    });
    await assert.rejects(backend.snapshots.import(names));
    assert.deepEqual(await backend.snapshots.export(), before);
    assert.deepEqual(backupsOf(stores), []);
    backend.dispose();
  });
});

function backupsOf({ file }: LocalStores): string[] {
  return existsSync(`${file}.backups`) ? readdirSync(`${file}.backups`) : [];
}
