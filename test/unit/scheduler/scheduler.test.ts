import assert from "node:assert/strict";
import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import { longestTimer } from "../../../src/scheduler/scheduler.ts";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import {
  date,
  day,
  hour,
  madeBy,
  minute,
  schedule,
  start,
  timeZone,
  toldBy,
  windowStart,
} from "../../support/scheduler/simulatedSchedules.ts";

describe("the scheduler", () => {
  let editors: SimulatedEditors;
  let store: LocalBackend;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  describe("in time", () => {
    it("releases at the start of the window, and not a moment before", async () => {
      await schedule(store);
      await editors.start();
      await editors.advanceTo(new Date(Date.parse(windowStart) - 1));
      assert.deepEqual(madeBy(editors), []);
      await editors.advance(1);
      assert.deepEqual(madeBy(editors), [["p-0", "scheduled", windowStart]]);
      assert.deepEqual(toldBy(editors), ["released p-0"]);
      const [latest] = await store.history("p-0");
      assert.equal(latest?.trigger, "scheduled");
      assert.deepEqual(latest.versions, { "c-0": "2" });
      assert.equal((await store.getPack("p-0")).scheduled, undefined);
    });

    it("releases what is scheduled for years ahead", async () => {
      await store.schedules.schedule({ packId: "p-0", date: "2031-02-28", timeZone: "Pacific/Kiritimati" });
      await editors.start();
      editors.clock.set(new Date("2031-02-27T09:59:00Z"));
      await editors.advance(30_000);
      assert.deepEqual(madeBy(editors), []);
      await editors.advance(31_000);
      assert.deepEqual(madeBy(editors), [["p-0", "scheduled", "2031-02-27T10:00:00.000Z"]]);
    });

    it("follows what is scheduled, changed and cancelled while it runs", async () => {
      const editor = await editors.start();
      const { schedules } = editor.backend;
      const request = { packId: "p-0", timeZone, versions: { "c-0": "2" } };
      await schedules.schedule({ ...request, date });
      await schedules.schedule({ ...request, packId: "p-1", date, versions: { "c-1": "2" } });
      await editors.advance(hour);
      await schedules.schedule({ ...request, date: "2026-06-21", replaceScheduled: true });
      await schedules.cancel("p-1");
      await editors.advance(3 * day);
      assert.deepEqual(madeBy(editors), [["p-0", "scheduled", "2026-06-20T22:00:00.000Z"]]);
    });

    it("releases all that are due together, the earliest first, and gives the editor its turn in between", async () => {
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
        const starts = many.made.map(({ queued }) => queued.schedule.windowStart);
        assert.equal(starts.length, 20);
        assert.deepEqual(starts, [...starts].sort());
        assert.ok(many.clock.fired >= 4, `in ${many.clock.fired} turns`);
      } finally {
        many.dispose();
      }
    });
  });

  describe("at rest", () => {
    it("has no timer while nothing waits", async () => {
      await editors.start();
      await editors.advance(day);
      assert.equal(editors.clock.timerCount, 0);
      assert.equal(editors.clock.fired, 1);
    });

    it("has one timer while something waits, and reads nothing until it is due", async () => {
      await schedule(store);
      let operations = 0;
      await editors.start({ fates: () => void (operations += 1) });
      await editors.advance(0);
      const afterStart = operations;
      for (let count = 0; count < 100; count += 1) {
        await editors.advance(longestTimer);
        assert.equal(editors.clock.timerCount, 1);
      }
      assert.equal(operations, afterStart);
    });

    it("has no timer left once it is disposed of, and starts nothing any more", async () => {
      await schedule(store);
      const editor = await editors.start();
      await editors.advance(minute);
      editor.close();
      assert.equal(editors.clock.timerCount, 0);
      editor.scheduler.check();
      assert.equal(editors.clock.timerCount, 0);
    });
  });

  describe("when the machine slept or its clock was set", () => {
    it("finds a window soon after it woke up in it", async () => {
      await schedule(store);
      await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:30:00Z"));
      await editors.advance(longestTimer);
      assert.equal(editors.made.length, 1);
      assert.equal(editors.made[0]?.release.trigger, "scheduled");
    });

    it("looks at once when it is told to, as when the window is focused", async () => {
      await schedule(store);
      const editor = await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:59:59Z"));
      editor.scheduler.check();
      await editors.advance(0);
      assert.deepEqual(madeBy(editors), [["p-0", "scheduled", "2026-06-19T22:59:59.000Z"]]);
    });

    it("releases nothing twice when the clock is set back, and what waits still in its window", async () => {
      await schedule(store);
      await editors.start();
      await editors.advanceTo(windowStart);
      editors.clock.set(new Date("2026-06-18T00:00:00Z"));
      await schedule(store, "p-1");
      editors.announceChange();
      await editors.advanceTo("2026-06-20T12:00:00Z");
      assert.deepEqual(madeBy(editors), [
        ["p-0", "scheduled", windowStart],
        ["p-1", "scheduled", windowStart],
      ]);
    });
  });
});
