import assert from "node:assert/strict";
import type { Backend } from "../../../../src/backend/backend.ts";
import { packFingerprint } from "../../../../src/model/release/packFingerprint.ts";
import { ids, store } from "../../../support/fixtures/store.ts";
import { LocalStores } from "../../../support/store/localStores.ts";
import { rejectsWith } from "../../../support/rejectsWith.ts";

describe("two backends on one store file", () => {
  let stores: LocalStores;
  beforeEach(() => (stores = new LocalStores()));
  afterEach(() => stores.dispose());

  async function two(): Promise<
    [Awaited<ReturnType<LocalStores["open"]>>, Awaited<ReturnType<LocalStores["open"]>>]
  > {
    return [await stores.openWith(store()), await stores.open()];
  }

  for (const [what, change] of [
    ["a release", (backend: Backend) => backend.release({ packId: ids.neverReleased })],
    ["an edit", (backend: Backend) => backend.editing?.editPack(ids.empty, { name: "Not Empty" })],
    ["an import", (backend: Backend) => backend.snapshots?.import({ ...store(), installations: [] })],
  ] as const) {
    it(`notice ${what} of the other, and only once`, async () => {
      const [here, there] = await two();
      let changes = 0;
      const changed = new Promise<void>((resolve) => {
        there.onDidChange(() => {
          changes += 1;
          resolve();
        });
      });
      await change(here);
      await changed;
      assert.equal(changes, 1);
      assert.deepEqual(await there.listPacks(), await here.listPacks());
    });
  }

  it("announce only their own releases, and a release of the other as a change", async () => {
    const [here, there] = await two();
    let announced = 0;
    there.onDidRelease(() => (announced += 1));
    const changed = new Promise<void>((resolve) => void there.onDidChange(resolve));
    await here.release({ packId: ids.neverReleased });
    await changed;
    assert.equal(announced, 0);
    assert.equal((await there.history(ids.neverReleased)).length, 1);
  }).timeout(10_000);

  it("reject a release with Conflict if the other released the pack since it was read", async () => {
    const [here, there] = await two();
    const expected = packFingerprint(await here.getPack(ids.orderToCash));
    await there.release({ packId: ids.orderToCash, expected });
    const release = here.release({ packId: ids.orderToCash, expected });
    await rejectsWith(release, "Conflict", /Nothing was released/, /Reload/);
    assert.equal((await here.history(ids.orderToCash)).length, 3);
  });

  it("reject a component that the other has added", async () => {
    const [here, there] = await two();
    await there.editing.addComponents(ids.empty, [ids.invoice]);
    await rejectsWith(here.editing.addComponents(ids.empty, [ids.invoice]), "InvalidRequest", /already/);
  });

  it("give a name to only one pack if both create it at once", async () => {
    const [here, there] = await two();
    const pack = { name: "Returns", description: "", installationType: "SINGLE" } as const;
    const outcomes = await Promise.allSettled([
      here.editing.createPack(pack),
      there.editing.createPack(pack),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });
});
