import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { storeErrors } from "../../../src/backend/sqlite/storeErrors.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  day,
  deletePack,
  deleteVersion,
  hour,
  locked,
  madeBy,
  minute,
  schedule,
  start,
  stateOf,
  toldBy,
  windowEnd,
} from "../../support/scheduler/simulatedSchedules.ts";

describe("failures of scheduled releases", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  it("a version deleted since: says which, keeps the schedule, and tries no more by itself", async () => {
    await schedule(store);
    deleteVersion(editors.file, "k-0-2");
    const editor = await editors.start();
    await editors.advanceTo("2026-06-21T00:00:00Z");
    assert.deepEqual(toldBy(editors), ["failed p-0"]);
    const { scheduled } = await store.getPack("p-0");
    assert.equal(scheduled?.state, "failed");
    assert.match(scheduled.problem ?? "", /Version "2" of "Process 0" is deleted/);
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.deepEqual(toldBy(editors), ["failed p-0", "failed p-0"]);
    assert.equal((await store.history("p-0")).length, 1);
  });

  it("a pack deleted since takes its scheduled release with it", async () => {
    await schedule(store);
    await editors.start();
    deletePack(editors.file, "p-0");
    await editors.advance(2 * day);
    assert.deepEqual([madeBy(editors), toldBy(editors)], [[], []]);
  });

  it("a store locked at midnight is tried again within the window", async () => {
    await schedule(store);
    let attempts = 0;
    await editors.start({ fates: locked("release", () => (attempts += 1) <= 5) });
    await editors.advanceTo(windowEnd);
    assert.deepEqual(toldBy(editors), ["released p-0"]);
    assert.equal(editors.made[0]?.release.trigger, "scheduled");
  });

  it("a store locked for the whole window is told once, and the failure is kept as soon as it can be", async () => {
    await schedule(store);
    let isLocked = true;
    await editors.start({ fates: locked("write", () => isLocked) });
    await editors.advanceTo("2026-06-19T23:05:00Z");
    assert.deepEqual(toldBy(editors), ["failed p-0"]);
    assert.equal(await stateOf(store), "scheduled");
    isLocked = false;
    await editors.advance(2 * minute);
    assert.equal(await stateOf(store), "failed");
    assert.match((await store.getPack("p-0")).scheduled?.problem ?? "", /locked by another program/);
    assert.deepEqual([toldBy(editors), madeBy(editors)], [["failed p-0"], []]);
  });

  it("a store that cannot be read for the whole window is told, and its release is a failure, not a missed one", async () => {
    await schedule(store);
    let isGone = false;
    await editors.start({
      fates: () => (isGone ? { error: storeErrors.storeGone(editors.file) } : undefined),
    });
    await editors.advanceTo("2026-06-19T21:50:00Z");
    isGone = true;
    await editors.advanceTo("2026-06-19T23:30:00Z");
    assert.deepEqual(toldBy(editors), ["stalled"]);
    isGone = false;
    await editors.advance(2 * minute);
    assert.deepEqual([toldBy(editors), madeBy(editors)], [["stalled", "failed p-0"], []]);
    assert.equal(await stateOf(store), "failed");
  });

  it("a store that can be read again within the window releases in it", async () => {
    await schedule(store);
    let isGone = false;
    await editors.start({
      fates: () => (isGone ? { error: storeErrors.storeGone(editors.file) } : undefined),
    });
    await editors.advanceTo("2026-06-19T21:50:00Z");
    isGone = true;
    await editors.advanceTo("2026-06-19T22:40:00Z");
    isGone = false;
    await editors.advance(2 * minute);
    assert.deepEqual(toldBy(editors), ["released p-0"]);
  });

  it("a late release in a locked store is tried for an hour, then told", async () => {
    await schedule(store);
    editors.clock.set(new Date("2026-06-21T08:00:00Z"));
    await editors.start({ fates: locked("release", () => true) });
    await editors.advance(hour - 2 * minute);
    assert.deepEqual(toldBy(editors), []);
    await editors.advance(3 * minute);
    assert.deepEqual(toldBy(editors), ["failed p-0"]);
    assert.equal(await stateOf(store), "failed");
  });

  it("one that fails does not keep the others", async () => {
    await schedule(store, "p-0");
    await schedule(store, "p-1");
    deleteVersion(editors.file, "k-0-2");
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(toldBy(editors), ["failed p-0", "released p-1"]);
  });
});
