import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { twinPacks } from "../../../../support/fixtures/twinPacks.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

describe("releases in the local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  for (const [what, when] of [
    ["the release is written", "INSERT ON release"],
    ["its versions are written", "INSERT ON release_version"],
    ["components that are marked Deleted are removed", "DELETE ON pack_component"],
    ["pending versions are cleared", "UPDATE OF pending_key ON pack_component"],
    ["installations are moved", "UPDATE ON installation"],
    ["the scheduled release is deleted", "DELETE ON schedule"],
  ] as const) {
    it(`change nothing if they fail while ${what}`, async () => {
      const backend = await stores.openWith(store());
      const pack = {
        packId: when.includes("schedule") ? ids.scheduled : ids.orderToCash,
        replaceScheduled: true,
      };
      const before = await backend.snapshots.export();
      let events = 0;
      backend.onDidRelease(() => (events += 1));
      backend.onDidChange(() => (events += 1));
      const file = new DatabaseSync(stores.file);
      file.exec(`CREATE TRIGGER fault BEFORE ${when} BEGIN SELECT raise(ABORT, 'a fault'); END`);
      await rejectsWith(backend.release(pack), "StoreUnavailable", /a fault/, /Nothing was changed/);
      assert.deepEqual(await backend.snapshots.export(), before);
      assert.equal(events, 0);
      file.exec("DROP TRIGGER fault");
      file.close();
      await backend.release(pack);
      assert.equal(events, 2);
    });
  }

  it("stay in order when the clock is set back", async () => {
    let clock = now;
    const backend = await stores.openWith(store(), { clock: () => clock });
    const made: string[] = [];
    for (const [packageVersion, time] of [
      ["1.0", "2026-06-10T12:00:00Z"],
      ["1.1", "2026-06-10T11:00:00Z"],
      ["hotfix-7", "1999-01-01T00:00:00Z"],
      ["1.0", "2026-06-10T12:00:00Z"],
    ] as const) {
      clock = new Date(time);
      const versions = { [ids.createOrder]: packageVersion };
      made.unshift((await backend.release({ packId: ids.upToDate, versions })).releaseId);
      const { components } = await backend.getPack(ids.upToDate);
      assert.deepEqual(
        components.map(({ currentVersion }) => currentVersion),
        [packageVersion],
      );
    }
    const history = await backend.history(ids.upToDate);
    assert.deepEqual(
      history.map(({ releaseId }) => releaseId),
      [...made, "r-up-to-date"],
    );
    const times = history.map(({ releasedAt }) => Date.parse(releasedAt));
    assert.deepEqual(
      times,
      [...times].sort((one, other) => other - one),
    );
    assert.equal(new Set(times).size, times.length);
  });

  it("are listed from the start of a period to just before its end, oldest first", async () => {
    const backend = await stores.openWith(twinPacks(), { clock: () => new Date("2026-02-02T00:00:00Z") });
    await backend.release({ packId: "q", replaceScheduled: true });
    const list = async (start: string, end: string) =>
      (await backend.listReleases({ start: new Date(start), end: new Date(end) })).map(
        ({ packId }) => packId,
      );
    assert.deepEqual(await list("2026-02-01T00:00:00Z", "2026-02-02T00:00:00.001Z"), ["p", "q", "q"]);
    assert.deepEqual(await list("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"), ["p", "q"]);
    assert.deepEqual(await list("2026-02-01T00:00:00.001Z", "2026-02-02T00:00:00Z"), []);
  });

  it("record which release of the pack they replaced", async () => {
    const backend = await stores.openWith(twinPacks());
    for (const a of ["2", "3"]) {
      await backend.release({ packId: "p", versions: { a }, replaceScheduled: true });
    }
    const [third, second, first] = await backend.history("p");
    backend.dispose();
    const file = new DatabaseSync(stores.file);
    const rows = file
      .prepare(
        `SELECT release.release_id AS id, replaced.release_id AS replaced
        FROM release LEFT JOIN release AS replaced ON replaced.release_key = release.replaced_key
        ORDER BY release.release_key`,
      )
      .all();
    file.close();
    assert.deepEqual(
      rows.map(({ id, replaced }) => [id, replaced]),
      [
        [first?.releaseId, null],
        ["q-1", null],
        [second?.releaseId, first?.releaseId],
        [third?.releaseId, second?.releaseId],
      ],
    );
  });

  it("succeed even if a listener throws", async () => {
    const backend = await stores.openWith(store());
    const thrown = new Promise<unknown>((resolve) => {
      const others = process.listeners("uncaughtException");
      process.removeAllListeners("uncaughtException");
      process.once("uncaughtException", (error) => {
        for (const other of others) process.on("uncaughtException", other);
        resolve(error);
      });
    });
    const fault = new Error("a listener's fault");
    backend.onDidRelease(() => {
      throw fault;
    });
    await backend.release({ packId: ids.neverReleased });
    assert.equal((await backend.history(ids.neverReleased)).length, 1);
    assert.equal(await thrown, fault);
  });
});
