import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { MissedReleases } from "../../../src/scheduler/releaseRunner.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  day,
  madeBy,
  minute,
  schedule,
  start,
  stateOf,
  timeZone,
  toldBy,
} from "../../support/scheduler/simulatedSchedules.ts";

describe("windows that the scheduler missed", () => {
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

  it("release: releases at once, and the history tells that it was late", async () => {
    setting = "release";
    await missed();
    assert.deepEqual(madeBy(editors), [["p-0", "late", "2026-06-21T08:00:00.000Z"]]);
    assert.equal((await store.history("p-0"))[0]?.trigger, "late");
  });

  it("skip: keeps it marked missed, tells it once, and it can still be released", async () => {
    setting = "skip";
    const editor = await missed();
    await editors.advance(day);
    assert.deepEqual(toldBy(editors), ["missed p-0"]);
    assert.equal(await stateOf(store), "missed");
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.equal((await store.history("p-0"))[0]?.trigger, "late");
  });

  it("ask: asks once and waits; the answer is to release it", async () => {
    setting = "ask";
    const editor = await missed();
    await editors.advance(day);
    assert.deepEqual(toldBy(editors), ["missed p-0"]);
    assert.equal(await stateOf(store), "scheduled");
    assert.equal(await editor.scheduler.retry("p-0"), "done");
    assert.equal(editors.made.length, 1);
    assert.equal(await editor.scheduler.retry("p-0"), "gone");
    assert.equal(editors.made.length, 1);
  });

  it("ask: the answer is to skip it", async () => {
    setting = "ask";
    const editor = await missed();
    assert.equal(await editor.scheduler.skip("p-0"), "done");
    assert.equal(await stateOf(store), "missed");
    assert.equal(await editor.scheduler.skip("p-0"), "gone");
  });

  it("ask: follows another setting at once, and asks again after a restart", async () => {
    setting = "ask";
    const editor = await missed();
    editor.close();
    const next = await editors.start({ missedReleases: () => setting });
    await editors.advance(minute);
    assert.deepEqual(toldBy(editors), ["missed p-0", "missed p-0"]);
    setting = "release";
    next.scheduler.check();
    await editors.advance(0);
    assert.equal(editors.made.length, 1);
  });

  it("ask: one that is changed waits for its new date", async () => {
    setting = "ask";
    const editor = await missed();
    await store.schedules.schedule({ packId: "p-0", date: "2026-06-23", timeZone, replaceScheduled: true });
    editor.scheduler.check();
    await editors.advance(2 * day);
    assert.equal(editors.made[0]?.at.toISOString(), "2026-06-22T22:00:00.000Z");
  });
});
