import assert from "node:assert/strict";
import fc from "fast-check";
import { canBeReleased, countChanges, summarizePack } from "../../../../../src/model/pack/pack.ts";
import { arbitraryStore } from "../../../../support/arbitrary/arbitraryStore.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

describe("packs of any local store", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  it("rule 4: have summaries that agree with the model", async () => {
    const backend = await stores.open();
    const agrees = fc.asyncProperty(fc.gen(), async (g) => {
      await backend.snapshots.import(arbitraryStore(g));
      const packs = await backend.listPacks();
      const summaries = await backend.listPackSummaries();
      assert.deepEqual(
        summaries.map(({ packId, releasable, changeCount }) => [packId, releasable, changeCount]),
        packs.map((pack) => [pack.packId, canBeReleased(pack), countChanges(pack)]),
      );
      for (const [at, pack] of packs.entries()) {
        const [latest] = await backend.history(pack.packId);
        assert.deepEqual(summaries[at], summarizePack(pack, latest?.releasedAt));
      }
    });
    await fc.assert(agrees, { numRuns: 60, endOnFailure: true });
  }).timeout(60_000);

  it("have the newest version that can be chosen as latest, if it is newer than the current one", async () => {
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
});
