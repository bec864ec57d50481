import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import type { RunPermission } from "../../../../../src/backend/scheduleQueue.ts";
import { ids, now, store } from "../../../../support/fixtures/store.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const inWindow = "2026-06-20T00:30:00Z";
const afterWindow = "2026-06-20T01:00:00Z";

describe("the schedule queue of the local store", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let clock: Date;

  beforeEach(async () => {
    clock = now;
    stores = new LocalStores();
    backend = await stores.openWith(store(), { clock: () => clock });
    await backend.schedules.schedule({ packId: ids.orderToCash, date: "2026-06-20", timeZone: "UTC" });
  });
  afterEach(() => stores.dispose());

  const queue = () => {
    assert.ok(backend.schedules.queue);
    return backend.schedules.queue;
  };
  const find = async () => {
    const queued = await queue().find(ids.orderToCash);
    assert.ok(queued);
    return queued;
  };
  const releaseAt = async (at: string, permission: RunPermission) => {
    clock = new Date(at);
    return (await queue().release(await find(), permission))?.trigger;
  };
  const events = async () => {
    const { packs } = await backend.snapshots.export();
    const pack = packs.find(({ packId }) => packId === ids.orderToCash);
    return pack?.scheduleEvents?.map(({ event }) => event);
  };

  it("does not release a schedule that was replaced in the same instant after it was read", async () => {
    const before = await find();
    await backend.schedules.schedule({
      packId: ids.orderToCash,
      date: "2026-06-20",
      timeZone: "UTC",
      replaceScheduled: true,
    });
    const after = await find();
    assert.deepEqual(after.schedule, before.schedule);
    clock = new Date(inWindow);
    assert.equal(await queue().release(before, "inWindow"), undefined);
    assert.equal((await queue().release(after, "inWindow"))?.trigger, "scheduled");
  });

  describe("allows a release", () => {
    it("in its window with `inWindow`", async () => {
      assert.equal(await releaseAt("2026-06-19T23:59:59Z", "inWindow"), undefined);
      assert.equal(await releaseAt(afterWindow, "inWindow"), undefined);
      assert.equal(await releaseAt(inWindow, "inWindow"), "scheduled");
    });

    it("after its window with `late`", async () => {
      assert.equal(await releaseAt(inWindow, "late"), undefined);
      assert.equal(await releaseAt(afterWindow, "late"), "late");
    });

    it("of a missed schedule with `retry`, but not of one whose window is ahead", async () => {
      assert.equal(await releaseAt("2026-06-19T23:59:59Z", "retry"), undefined);
      clock = new Date(afterWindow);
      assert.equal(await queue().miss(await find()), true);
      assert.equal(await releaseAt(afterWindow, "retry"), "late");
    });

    it("of a failed schedule with `retry`, even before its window, but not with `inWindow`", async () => {
      await queue().fail(await find(), { problem: "Because." });
      assert.equal(await releaseAt(inWindow, "inWindow"), undefined);
      assert.equal(await releaseAt("2026-06-19T23:59:59Z", "retry"), "scheduled");
    });

    it("not of a schedule that was changed or cancelled since it was read", async () => {
      const read = await find();
      clock = new Date("2026-06-11T00:00:00Z");
      await backend.schedules.schedule({
        packId: ids.orderToCash,
        date: "2026-06-20",
        timeZone: "UTC",
        replaceScheduled: true,
      });
      clock = new Date(inWindow);
      assert.equal(await queue().release(read, "inWindow"), undefined);
      assert.equal(await queue().fail(read, { problem: "Because." }), false);
      assert.equal(await queue().miss(read), false);
      await backend.schedules.cancel(ids.orderToCash);
      assert.equal(await queue().find(ids.orderToCash), undefined);
    });
  });

  it("stores every change of state in the history", async () => {
    const schedule = (request: { date: string; versions?: Record<string, string> }) =>
      backend.schedules.schedule({
        packId: ids.orderToCash,
        timeZone: "UTC",
        replaceScheduled: true,
        ...request,
      });
    await schedule({ date: "2026-06-21" });
    await backend.schedules.cancel(ids.orderToCash);
    await schedule({ date: "2026-06-20" });
    await queue().fail(await find(), { problem: "The store was locked." });
    await schedule({ date: "2026-06-20" });
    clock = new Date(afterWindow);
    assert.equal(await queue().miss(await find()), true);
    assert.equal(await queue().miss(await find()), false);
    assert.equal(await releaseAt(afterWindow, "retry"), "late");
    assert.deepEqual(await events(), [
      "scheduled",
      "changed",
      "cancelled",
      "scheduled",
      "failed",
      "changed",
      "missed",
      "released",
    ]);
    clock = new Date("2026-06-25T00:00:00Z");
    const versions = { [ids.createOrder]: "1.0" };
    await schedule({ date: "2026-07-01", versions });
    await backend.release({ packId: ids.orderToCash, versions, replaceScheduled: true });
    assert.equal((await events())?.at(-1), "replaced");
  });

  it("rejects a release with a version that was deleted since, and names the version", async () => {
    await backend.schedules.cancel(ids.orderToCash);
    const { packs, ...rest } = store();
    const versions = { [ids.createOrder]: "2.0-deleted", [ids.orderApi]: "9" };
    await backend.snapshots.import({
      ...rest,
      packs: packs.map((pack) =>
        pack.packId === ids.orderToCash
          ? { ...pack, scheduled: { date: "2026-06-20", timeZone: "UTC", versions } }
          : pack,
      ),
    });
    await rejectsWith(releaseAt(inWindow, "inWindow"), "InvalidRequest", /"2\.0-deleted" of "Create Order"/);
    assert.ok((await backend.getPack(ids.orderToCash)).scheduled);
    assert.equal((await backend.history(ids.orderToCash)).length, 2);
  });

  it("updates every account at the date, even those that applied the update early", async () => {
    await backend.schedules.applyPendingUpdate?.(ids.orderToCash, "a-acme");
    const pending = async () =>
      (await backend.getSharing(ids.orderToCash)).installations?.map(({ pendingUpdate }) => pendingUpdate);
    assert.deepEqual(await pending(), [false, true]);
    await releaseAt(inWindow, "inWindow");
    const [latest] = await backend.history(ids.orderToCash);
    const { installations } = await backend.getSharing(ids.orderToCash);
    assert.deepEqual(
      installations?.map(({ releaseId }) => releaseId),
      [latest?.releaseId, latest?.releaseId],
    );
    assert.deepEqual(await pending(), [false, false]);
  });

  it("makes a first release that is scheduled no pending update of any account", async () => {
    await backend.schedules.schedule({ packId: ids.neverReleased, date: "2026-06-20", timeZone: "UTC" });
    assert.deepEqual((await backend.getSharing(ids.neverReleased)).installations, []);
  });
});
