import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { MissedReleases } from "../../../src/model/schedule/missedReleases.ts";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  eventsOf,
  releasesOf,
  schedule,
  start,
  stateOf,
  timeZone,
} from "../../support/scheduler/schedulerScenario.ts";
import { day, minute } from "../../support/time/durations.ts";

describe("the setting for missed releases", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  let setting: MissedReleases;
  const missed = async () => {
    await schedule(store);
    editors.clock.set(new Date("2026-06-21T08:00:00Z"));
    const editor = await editors.start({ missedReleases: () => setting });
    await editors.advance(minute);
    return editor;
  };

  it("`release` releases at once, and the history shows that the release was late", async () => {
    setting = "release";
    await missed();
    assert.deepEqual(releasesOf(editors), [["p-0", "late", "2026-06-21T08:00:00.000Z"]]);
    assert.equal((await store.history("p-0"))[0]?.trigger, "late");
  });

  it("`skip` marks the release missed, reports it once, and a user can still release it", async () => {
    setting = "skip";
    const editor = await missed();
    await editors.advance(day);
    assert.deepEqual(eventsOf(editors), ["missed p-0"]);
    assert.equal(await stateOf(store), "missed");
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.equal((await store.history("p-0"))[0]?.trigger, "late");
  });

  it("is handled by the rule that is stored with the release, whatever the settings of who comes first", async () => {
    setting = "release";
    await schedule(store);
    await schedule(store, "p-1");
    editors.clock.set(new Date("2026-06-21T08:00:00Z"));
    await editors.start({ missedReleases: () => setting, shared: { missedReleases: "skip" } });
    await editors.advance(minute);
    assert.deepEqual(eventsOf(editors), ["missed p-0", "missed p-1"]);
    assert.deepEqual([await stateOf(store), releasesOf(editors)], ["missed", []]);
  });

  it("is handled by that rule also after a time in which the shared queue could not be read", async () => {
    await schedule(store);
    let isGone = false;
    await editors.start({
      shared: { missedReleases: "release" },
      chooseFault: () => (isGone ? { error: storeErrors.gone(editors.file) } : undefined),
    });
    await editors.advanceTo("2026-06-19T21:50:00Z");
    isGone = true;
    await editors.advanceTo("2026-06-19T23:30:00Z");
    isGone = false;
    await editors.advance(2 * minute);
    assert.equal(editors.releases[0]?.release.trigger, "late");
  });

  it("`ask` asks once, and releases when the user says so", async () => {
    setting = "ask";
    const editor = await missed();
    await editors.advance(day);
    assert.deepEqual(eventsOf(editors), ["missed p-0"]);
    assert.equal(await stateOf(store), "scheduled");
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.equal(editors.releases.length, 1);
    assert.equal(await editor.scheduler.retry("p-0"), "gone");
    assert.equal(editors.releases.length, 1);
  });

  it("`ask` marks the release missed when the user skips it", async () => {
    setting = "ask";
    const editor = await missed();
    assert.equal(await editor.scheduler.skip("p-0"), "done");
    assert.equal(await stateOf(store), "missed");
    assert.equal(await editor.scheduler.skip("p-0"), "gone");
  });

  it("`ask` asks again after a restart, and a change of the setting applies at once", async () => {
    setting = "ask";
    const editor = await missed();
    editor.close();
    const next = await editors.start({ missedReleases: () => setting });
    await editors.advance(minute);
    assert.deepEqual(eventsOf(editors), ["missed p-0", "missed p-0"]);
    setting = "release";
    next.scheduler.check();
    await editors.advance(0);
    assert.equal(editors.releases.length, 1);
  });

  it("`ask` lets a release that is rescheduled run at its new date", async () => {
    setting = "ask";
    const editor = await missed();
    await store.schedules.schedule({ packId: "p-0", date: "2026-06-23", timeZone, replaceScheduled: true });
    editor.scheduler.check();
    await editors.advance(2 * day);
    assert.equal(editors.releases[0]?.at.toISOString(), "2026-06-22T22:00:00.000Z");
  });
});
