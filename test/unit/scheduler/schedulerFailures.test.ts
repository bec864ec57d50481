import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  deletePack,
  deleteVersion,
  eventsOf,
  lockedStore,
  releasesOf,
  schedule,
  start,
  stateOf,
  windowEnd,
} from "../../support/scheduler/schedulerScenario.ts";
import { day, hour, minute } from "../../support/time/durations.ts";

describe("failures of scheduled releases", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  /** Starts an editor that cannot read the store from shortly before the window until the returned function is called. */
  async function loseStoreBeforeWindow(): Promise<() => void> {
    await schedule(store);
    let isGone = false;
    await editors.start({
      chooseFault: () => (isGone ? { error: storeErrors.gone(editors.file) } : undefined),
    });
    await editors.advanceTo("2026-06-19T21:50:00Z");
    isGone = true;
    return () => {
      isGone = false;
    };
  }

  it("fails when a version was deleted since, names the version, keeps the schedule, and does not retry by itself", async () => {
    await schedule(store);
    deleteVersion(editors.file, "k-0-2");
    const editor = await editors.start();
    await editors.advanceTo("2026-06-21T00:00:00Z");
    assert.deepEqual(eventsOf(editors), ["failed p-0"]);
    const { scheduled } = await store.getPack("p-0");
    assert.equal(scheduled?.state, "failed");
    assert.match(scheduled.problem ?? "", /Version "2" of "Process 0" is deleted/);
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.deepEqual(eventsOf(editors), ["failed p-0", "failed p-0"]);
    assert.equal((await store.history("p-0")).length, 1);
  });

  it("releases and reports nothing for a pack that was deleted since", async () => {
    await schedule(store);
    await editors.start();
    deletePack(editors.file, "p-0");
    await editors.advance(2 * day);
    assert.deepEqual([releasesOf(editors), eventsOf(editors)], [[], []]);
  });

  it("retries within the window when the store is locked at midnight", async () => {
    await schedule(store);
    let attempts = 0;
    await editors.start({ chooseFault: lockedStore("release", () => (attempts += 1) <= 5) });
    await editors.advanceTo(windowEnd);
    assert.deepEqual(eventsOf(editors), ["released p-0"]);
    assert.equal(editors.releases[0]?.release.trigger, "scheduled");
  });

  it("fails once when the store is locked for the whole window, and stores the failure as soon as it can", async () => {
    await schedule(store);
    let isLocked = true;
    await editors.start({ chooseFault: lockedStore("write", () => isLocked) });
    await editors.advanceTo("2026-06-19T23:05:00Z");
    assert.deepEqual(eventsOf(editors), ["failed p-0"]);
    assert.equal(await stateOf(store), "scheduled");
    isLocked = false;
    await editors.advance(2 * minute);
    assert.equal(await stateOf(store), "failed");
    assert.match((await store.getPack("p-0")).scheduled?.problem ?? "", /locked by another program/);
    assert.deepEqual([eventsOf(editors), releasesOf(editors)], [["failed p-0"], []]);
  });

  it("reports a store that cannot be read for the whole window, and marks the release failed, not missed", async () => {
    const recover = await loseStoreBeforeWindow();
    await editors.advanceTo("2026-06-19T23:30:00Z");
    assert.deepEqual(eventsOf(editors), ["stalled"]);
    const logged = editors.loggedErrors.filter((line) => line.includes("cannot be read"));
    assert.equal(logged.length, 2, "once when it begins and once when it is reported, not for each attempt");
    recover();
    await editors.advance(2 * minute);
    assert.deepEqual([eventsOf(editors), releasesOf(editors)], [["stalled", "failed p-0"], []]);
    assert.equal(await stateOf(store), "failed");
  });

  it("releases in the window when the store can be read again in time", async () => {
    const recover = await loseStoreBeforeWindow();
    await editors.advanceTo("2026-06-19T22:40:00Z");
    recover();
    await editors.advance(2 * minute);
    assert.deepEqual(eventsOf(editors), ["released p-0"]);
  });

  it("retries a late release in a locked store for an hour, then reports the failure", async () => {
    await schedule(store);
    editors.clock.set(new Date("2026-06-21T08:00:00Z"));
    await editors.start({ chooseFault: lockedStore("release", () => true) });
    await editors.advance(hour - 2 * minute);
    assert.deepEqual(eventsOf(editors), []);
    await editors.advance(3 * minute);
    assert.deepEqual(eventsOf(editors), ["failed p-0"]);
    assert.equal(await stateOf(store), "failed");
  });

  it("runs the other releases when one fails", async () => {
    await schedule(store, "p-0");
    await schedule(store, "p-1");
    deleteVersion(editors.file, "k-0-2");
    await editors.start();
    await editors.advanceTo(windowEnd);
    assert.deepEqual(eventsOf(editors), ["failed p-0", "released p-1"]);
  });
});
