import assert from "node:assert/strict";
import { openLocalPackList } from "../../../../src/backend/local/localPackList.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";
import { executeElsewhere } from "../../../support/store/executeElsewhere.ts";
import { LocalStores, lockPatience } from "../../../support/store/localStores.ts";

describe("the list of packs of a local store, without its backend", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  const list = async () => {
    const packs = await openLocalPackList({ file: stores.file, lockPatience });
    try {
      return await packs.listPackSummaries();
    } finally {
      packs.dispose();
    }
  };

  it("is that of the backend", async () => {
    const backend = await stores.openWith(store());
    assert.deepEqual(await list(), await backend.listPackSummaries());
  });

  it("has windows by the present rules of time zones, and leaves those that were derived by them as they are", async () => {
    const backend = await stores.openWith(store());
    const windowOf = (packs: Awaited<ReturnType<typeof list>>) =>
      packs.find(({ packId }) => packId === ids.scheduled)?.scheduled?.windowStart;
    const expected = windowOf(await backend.listPackSummaries());
    backend.dispose();
    const outdated = "2096-12-01T00:00:00.000Z";
    assert.notEqual(expected, outdated);
    const change = `UPDATE schedule SET window_start = '${outdated}', window_start_ms = ${Date.parse(outdated)}`;
    executeElsewhere(stores.file, change);
    assert.equal(windowOf(await list()), outdated);
    executeElsewhere(stores.file, "UPDATE property SET value = '2020a' WHERE name = 'timeZoneRules'");
    assert.equal(windowOf(await list()), expected);
  });

  it("fails for a damaged store, and has it closed then", async () => {
    (await stores.openWith(store())).dispose();
    executeElsewhere(stores.file, "ALTER TABLE property RENAME COLUMN value TO other");
    await rejectsWith(list(), "StoreUnavailable", /damaged/);
    const alone = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE";
    assert.doesNotThrow(() => executeElsewhere(stores.file, alone));
  });
});
