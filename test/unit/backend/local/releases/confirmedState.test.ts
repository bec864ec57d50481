import assert from "node:assert/strict";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { packFingerprint } from "../../../../../src/model/release/packFingerprint.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";
import { LocalStores } from "../../../../support/store/localStores.ts";

const packId = ids.orderToCash;
const inWindow = "2026-06-20T00:30:00Z";

describe("a scheduled release of the local store, compared with what was confirmed (rule 12)", () => {
  let stores: LocalStores;
  let backend: LocalBackend;
  let now: Date;

  beforeEach(async () => {
    now = new Date("2026-06-10T12:00:00Z");
    stores = new LocalStores();
    backend = await stores.openWith(store(), { clock: () => now });
    await backend.schedules.schedule({ packId, date: "2026-06-20", timeZone: "UTC" });
  });
  afterEach(() => stores.dispose());

  async function findDue() {
    now = new Date(inWindow);
    const { queue } = backend.schedules;
    assert.ok(queue);
    const [due] = await queue.listDue(now);
    assert.ok(due);
    return { queue, due };
  }

  async function releaseInWindow() {
    const { queue, due } = await findDue();
    return queue.release(due, "inWindow");
  }

  async function staysAsItWas(work: () => Promise<unknown>, difference: RegExp) {
    const before = await backend.history(packId);
    await rejectsWith(work(), "Conflict", /differs from what was confirmed/, difference, /Release it anyway/);
    assert.deepEqual(await backend.history(packId), before);
    assert.ok((await backend.getPack(packId)).scheduled);
  }

  it("runs when nothing that was confirmed changed", async () => {
    assert.equal((await releaseInWindow())?.trigger, "scheduled");
  });

  it("does not take back what a colleague released since", async () => {
    const versions = { [ids.createOrder]: "1.0" };
    const scheduled = (await backend.getPack(packId)).scheduled;
    assert.ok(scheduled);
    await backend.snapshots.import(await withRelease(versions));
    assert.deepEqual((await backend.getPack(packId)).scheduled?.versions, scheduled.versions);
    await staysAsItWas(releaseInWindow, /The current version of "Create Order" is 1\.0, not 1\.1/);
  });

  it("does not drop a component that was marked Deleted since", async () => {
    await backend.editing.removeComponent(packId, ids.createOrder);
    await staysAsItWas(releaseInWindow, /"Create Order" was marked Deleted/);
  });

  it("does not keep a component that was undeleted since", async () => {
    await backend.editing.undeleteComponent(packId, ids.cancelOrder);
    await staysAsItWas(releaseInWindow, /"Cancel Order" is no longer marked Deleted/);
  });

  it("does not count a version that was packaged since, or that was chosen as pending", async () => {
    await backend.editing.setPendingVersion(packId, ids.createOrder, "1.1");
    assert.ok(await releaseInWindow());
  });

  it("shows the differences before its date", async () => {
    await backend.editing.removeComponent(packId, ids.createOrder);
    const { scheduled } = await backend.getPack(packId);
    assert.deepEqual(scheduled?.differences, ['"Create Order" was marked Deleted.']);
    const summary = (await backend.listPackSummaries()).find((one) => one.packId === packId);
    assert.deepEqual(summary?.scheduled?.differences, scheduled.differences);
  });

  it("is confirmed anew when it is changed", async () => {
    await backend.editing.removeComponent(packId, ids.createOrder);
    const request = { packId, date: "2026-06-20", timeZone: "UTC", replaceScheduled: true };
    await backend.schedules.schedule(request);
    assert.equal((await backend.getPack(packId)).scheduled?.differences, undefined);
    assert.ok(await releaseInWindow());
  });

  it("once it failed for that, is neither retried nor released late, but can be released with what is shown", async () => {
    await backend.editing.removeComponent(packId, ids.createOrder);
    const { queue, due } = await findDue();
    await queue.fail(due, { problem: "It differs.", problemCode: "Conflict" });
    for (const permission of ["inWindow", "retry"] as const) {
      assert.equal(await queue.release(due, permission), undefined);
    }
    now = new Date("2026-06-20T02:00:00Z");
    assert.equal(await queue.release(due, "late"), undefined);
    const shown = await backend.getPack(packId);
    assert.equal(shown.scheduled?.problemCode, "Conflict");
    await backend.release({ packId, expected: packFingerprint(shown), replaceScheduled: true });
    assert.equal((await backend.getPack(packId)).scheduled, undefined);
  });

  /** The store with one more release of the pack, as a colleague makes it; what is scheduled stays. */
  async function withRelease(changed: Readonly<Record<string, string>>) {
    const snapshot = await backend.snapshots.export();
    return {
      ...snapshot,
      packs: snapshot.packs.map((pack) => {
        const latest = pack.releases?.at(-1);
        if (pack.packId !== packId || !latest) return pack;
        const release = {
          ...latest,
          releaseId: "of a colleague",
          releasedAt: "2026-06-12T00:00:00Z",
          versions: { ...latest.versions, ...changed },
        };
        return { ...pack, releases: [...(pack.releases ?? []), release] };
      }),
    };
  }
});
