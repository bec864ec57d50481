import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { longestTimer } from "../../../src/scheduler/scheduler.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  date,
  eventsOf,
  releasesOf,
  schedule,
  start,
  timeZone,
  windowStart,
} from "../../support/scheduler/schedulerScenario.ts";
import { day, hour, minute } from "../../support/time/durations.ts";

describe("the scheduler", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  describe("at a date", () => {
    it("releases at the start of the window, and not before", async () => {
      await schedule(store);
      // Its longest timer would not end at the window by chance.
      await editors.advance(longestTimer / 4);
      await editors.start();
      await editors.advanceTo(new Date(Date.parse(windowStart) - 1));
      assert.deepEqual(releasesOf(editors), []);
      await editors.advance(1);
      assert.deepEqual(releasesOf(editors), [["p-0", "scheduled", windowStart]]);
      assert.deepEqual(eventsOf(editors), ["released p-0"]);
      const [latest] = await store.history("p-0");
      assert.equal(latest?.trigger, "scheduled");
      assert.deepEqual(latest.versions, { "c-0": "2" });
      assert.equal((await store.getPack("p-0")).scheduled, undefined);
    });

    it("releases a pack that was scheduled years ahead", async () => {
      await store.schedules.schedule({ packId: "p-0", date: "2031-02-28", timeZone: "Pacific/Kiritimati" });
      await editors.start();
      editors.clock.set(new Date("2031-02-27T09:59:00Z"));
      await editors.advance(30_000);
      assert.deepEqual(releasesOf(editors), []);
      await editors.advance(31_000);
      assert.deepEqual(releasesOf(editors), [["p-0", "scheduled", "2031-02-27T10:00:00.000Z"]]);
    });

    it("notices what is scheduled, changed and cancelled while it runs", async () => {
      const editor = await editors.start();
      const { schedules } = editor.backend;
      const request = { packId: "p-0", timeZone, versions: { "c-0": "2" } };
      await schedules.schedule({ ...request, date });
      await schedules.schedule({ ...request, packId: "p-1", date, versions: { "c-1": "2" } });
      await editors.advance(hour);
      await schedules.schedule({ ...request, date: "2026-06-21", replaceScheduled: true });
      await schedules.cancel("p-1");
      await editors.advance(3 * day);
      assert.deepEqual(releasesOf(editors), [["p-0", "scheduled", "2026-06-20T22:00:00.000Z"]]);
    });

    it("releases many packs that are due at once, the earliest first, without blocking the editor", async () => {
      const many = new SimulatedEditors(start);
      try {
        const content = await many.open(schedulablePacks(20));
        for (let at = 0; at < 20; at += 1) {
          const zone = at % 2 === 0 ? "Asia/Kolkata" : "Asia/Tokyo";
          await content.schedules.schedule({ packId: `p-${at}`, date, timeZone: zone });
        }
        many.clock.set(new Date("2026-06-19T18:40:00Z"));
        await many.start();
        await many.advance(0);
        const starts = many.releases.map(({ queued }) => queued.schedule.windowStart);
        assert.equal(starts.length, 20);
        assert.deepEqual(starts, [...starts].sort());
        assert.ok(many.clock.firedCount >= 4, `in ${many.clock.firedCount} turns`);
      } finally {
        many.dispose();
      }
    });
  });

  describe("at rest", () => {
    it("has no timer while no release is scheduled", async () => {
      await editors.start();
      await editors.advance(day);
      assert.equal(editors.clock.timerCount, 0);
      assert.equal(editors.clock.firedCount, 1);
    });

    it("has one timer while a release is scheduled, and reads nothing until the release is due", async () => {
      await schedule(store);
      let operations = 0;
      await editors.start({ chooseFault: () => void (operations += 1) });
      await editors.advance(0);
      const afterStart = operations;
      for (let count = 0; count < 100; count += 1) {
        await editors.advance(longestTimer);
        assert.equal(editors.clock.timerCount, 1);
      }
      assert.equal(operations, afterStart);
    });

    it("has no timer once it is disposed of, and sets none again", async () => {
      await schedule(store);
      const editor = await editors.start();
      await editors.advance(minute);
      editor.close();
      assert.equal(editors.clock.timerCount, 0);
      editor.scheduler.check();
      assert.equal(editors.clock.timerCount, 0);
    });
  });

  describe("after the machine slept or its clock was set", () => {
    it("releases soon after the machine wakes up in a window", async () => {
      await schedule(store);
      await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:30:00Z"));
      await editors.advance(longestTimer);
      assert.equal(editors.releases.length, 1);
      assert.equal(editors.releases[0]?.release.trigger, "scheduled");
    });

    it("looks at once when `check` is called, as on focus of the editor", async () => {
      await schedule(store);
      const editor = await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:59:59Z"));
      editor.scheduler.check();
      await editors.advance(0);
      assert.deepEqual(releasesOf(editors), [["p-0", "scheduled", "2026-06-19T22:59:59.000Z"]]);
    });

    it("releases nothing twice when the clock is set back, and other packs in their window", async () => {
      await schedule(store);
      await editors.start();
      await editors.advanceTo(windowStart);
      editors.clock.set(new Date("2026-06-18T00:00:00Z"));
      await schedule(store, "p-1");
      editors.announceChange();
      await editors.advanceTo("2026-06-20T12:00:00Z");
      assert.deepEqual(releasesOf(editors), [
        ["p-0", "scheduled", windowStart],
        ["p-1", "scheduled", windowStart],
      ]);
    });
  });
});
