import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

describe("a scheduled release in a restored backup is marked missed", () => {
  let stores: StoreWithBackups;
  beforeEach(() => (stores = new StoreWithBackups()));
  afterEach(() => stores.dispose());

  const date = "2026-09-01";
  const schedule = (backend: LocalBackend) =>
    backend.schedules.schedule({ packId: ids.orderToCash, date, timeZone: "UTC" });

  async function scheduledStore(): Promise<{ backend: LocalBackend; backup: string }> {
    const backend = await stores.openWith({ ...store(), installations: [] });
    await schedule(backend);
    return { backend, backup: stores.backUp() };
  }

  const since: Readonly<Record<string, (backend: LocalBackend) => Promise<unknown>>> = {
    "it was released in its window since": async (backend) => {
      stores.now = new Date(`${date}T00:10:00Z`);
      const due = (await backend.schedules.queue?.listDue(stores.now)) ?? [];
      for (const queued of due) await backend.schedules.queue?.release(queued, "inWindow");
    },
    "it was released immediately since": (backend) =>
      backend.release({ packId: ids.orderToCash, replaceScheduled: true }),
    "it was cancelled since": (backend) => backend.schedules.cancel(ids.orderToCash),
    "it was cancelled and scheduled again since": async (backend) => {
      await backend.schedules.cancel(ids.orderToCash);
      stores.now = new Date(stores.now.getTime() + 1000);
      await schedule(backend);
    },
    "the current store would release something else": (backend) =>
      backend.editing.removeComponent(ids.orderToCash, ids.createOrder),
    "its pack was deleted since": (backend) => backend.editing.deletePack(ids.orderToCash),
  };
  for (const [what, change] of Object.entries(since)) {
    it(`if ${what}`, async () => {
      const { backend, backup } = await scheduledStore();
      await change(backend);
      backend.dispose();
      assert.deepEqual((await stores.restore(backup)).packsMarkedMissed, ["Order to Cash"]);
      const restored = await stores.open();
      const { scheduled } = await restored.getPack(ids.orderToCash);
      assert.deepEqual([scheduled?.state, scheduled?.date], ["missed", date]);
      const queue = restored.schedules.queue;
      stores.now = new Date(`${date}T00:10:00Z`);
      assert.deepEqual(await queue?.listDue(stores.now), []);
      const { packs } = await restored.snapshots.export();
      const events = packs.find(({ packId }) => packId === ids.orderToCash)?.scheduleEvents;
      assert.deepEqual(events?.at(-1)?.event, "missed");
    });
  }

  it("if its window has started, even if the current store has the same scheduled release", async () => {
    const { backend, backup } = await scheduledStore();
    backend.dispose();
    stores.now = new Date(`${date}T00:00:00Z`);
    assert.deepEqual((await stores.restore(backup)).packsMarkedMissed, ["Order to Cash"]);
  });

  it("unless the current store has the same scheduled release and the window is ahead", async () => {
    const { backend, backup } = await scheduledStore();
    await backend.editing.editPack(ids.empty, { name: "Not Empty" });
    backend.dispose();
    stores.now = new Date("2026-08-31T23:59:59Z");
    assert.deepEqual((await stores.restore(backup)).packsMarkedMissed, []);
    const restored = await stores.open();
    assert.equal((await restored.getPack(ids.orderToCash)).scheduled?.state, "scheduled");
  });
});
