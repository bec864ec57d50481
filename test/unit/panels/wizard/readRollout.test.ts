import assert from "node:assert/strict";
import { readRollout } from "../../../../src/panels/wizard/readRollout.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { withPlatform } from "../../../support/platform/withPlatform.ts";
import { LocalStores } from "../../../support/store/localStores.ts";

describe("what accounts run, for the wizard's last page", function () {
  this.timeout(30_000);
  const stores = new LocalStores();
  after(() => stores.dispose());

  it("is read from the local store, before and after a release", async () => {
    const backend = await stores.openWith(store());
    const counts = { current: 1, behind: 1, updatePending: 0, appliedEarly: 0, unknown: 0 };
    assert.deepEqual(await readRollout(backend, ids.orderToCash), counts);
    await backend.release({ packId: ids.orderToCash });
    assert.deepEqual(await readRollout(backend, ids.orderToCash), { ...counts, current: 2, behind: 0 });
  });

  it("is left out where no account has the pack, and where it cannot be read", async () => {
    const backend = await stores.openWith(store());
    assert.equal(await readRollout(backend, ids.upToDate), undefined);
    assert.equal(await readRollout(backend, "no-pack"), undefined);
  });

  it("is left out where each account would have to be asked", () =>
    withPlatform(async ({ backend, platform }) => {
      await backend.installations.read([ids.orderToCash]);
      const requests = platform.log.length;
      assert.equal(await readRollout(backend, ids.orderToCash), undefined);
      assert.equal(platform.log.length, requests);
    }));
});
