import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { storeErrors } from "../../../src/backend/local/storeErrors.ts";
import type { MissedReleases } from "../../../src/scheduler/releaseRunner.ts";
import { longestTimer } from "../../../src/scheduler/scheduler.ts";
import { schedulablePacks } from "../../support/schedulablePacks.ts";
import { SimulatedEditors, type Fates } from "../../support/simulatedEditors.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Berlin is two hours ahead of UTC in June: the window of the 20th is 22:00 to 23:00 of the 19th. */
const start = new Date("2026-06-18T12:00:00Z");
const date = "2026-06-20";
const timeZone = "Europe/Berlin";
const windowStart = "2026-06-19T22:00:00.000Z";
const windowEnd = "2026-06-19T23:00:00.000Z";

describe("the scheduler", () => {
  let editors: SimulatedEditors;
  let store: Awaited<ReturnType<SimulatedEditors["open"]>>;

  beforeEach(async () => {
    editors = new SimulatedEditors(start);
    store = await editors.open(schedulablePacks(3));
  });
  afterEach(() => editors.dispose());

  const schedule = (packId = "p-0") =>
    store.schedules.schedule({ packId, date, timeZone, versions: { [packId.replace("p", "c")]: "2" } });
  const state = async (packId = "p-0") => (await store.getPack(packId)).scheduled?.state;
  const made = () =>
    editors.made.map(({ queued, release, at }) => [queued.packId, release.trigger, at.toISOString()]);
  const told = () =>
    editors.events.map((event) =>
      event.kind === "stalled" ? event.kind : `${event.kind} ${event.queued.packId}`,
    );

  describe("in time", () => {
    it("releases at the start of the window, and not a moment before", async () => {
      await schedule();
      await editors.start();
      await editors.advanceTo(new Date(Date.parse(windowStart) - 1));
      assert.deepEqual(made(), []);
      await editors.advance(1);
      assert.deepEqual(made(), [["p-0", "scheduled", windowStart]]);
      assert.deepEqual(told(), ["released p-0"]);
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
      assert.deepEqual(made(), []);
      await editors.advance(31_000);
      assert.deepEqual(made(), [["p-0", "scheduled", "2031-02-27T10:00:00.000Z"]]);
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
      assert.deepEqual(made(), [["p-0", "scheduled", "2026-06-20T22:00:00.000Z"]]);
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
      await schedule();
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
      await schedule();
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
      await schedule();
      await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:30:00Z"));
      await editors.advance(longestTimer);
      assert.equal(editors.made.length, 1);
      assert.equal(editors.made[0]?.release.trigger, "scheduled");
    });

    it("looks at once when it is told to, as when the window is focused", async () => {
      await schedule();
      const editor = await editors.start();
      await editors.advance(minute);
      editors.clock.set(new Date("2026-06-19T22:59:59Z"));
      editor.scheduler.check();
      await editors.advance(0);
      assert.deepEqual(made(), [["p-0", "scheduled", "2026-06-19T22:59:59.000Z"]]);
    });

    it("releases nothing twice when the clock is set back, and what waits still in its window", async () => {
      await schedule();
      await editors.start();
      await editors.advanceTo(windowStart);
      editors.clock.set(new Date("2026-06-18T00:00:00Z"));
      await schedule("p-1");
      editors.announceChange();
      await editors.advanceTo("2026-06-20T12:00:00Z");
      assert.deepEqual(made(), [
        ["p-0", "scheduled", windowStart],
        ["p-1", "scheduled", windowStart],
      ]);
    });
  });

  describe("missed windows", () => {
    let setting: MissedReleases;
    const missed = async () => {
      await schedule();
      editors.clock.set(new Date("2026-06-21T08:00:00Z"));
      const editor = await editors.start({ missedReleases: () => setting });
      await editors.advance(minute);
      return editor;
    };

    it("release: releases at once, and the history tells that it was late", async () => {
      setting = "release";
      await missed();
      assert.deepEqual(made(), [["p-0", "late", "2026-06-21T08:00:00.000Z"]]);
      assert.equal((await store.history("p-0"))[0]?.trigger, "late");
    });

    it("skip: keeps it marked missed, tells it once, and it can still be released", async () => {
      setting = "skip";
      const editor = await missed();
      await editors.advance(day);
      assert.deepEqual(told(), ["missed p-0"]);
      assert.equal(await state(), "missed");
      assert.equal(await editor.scheduler.retry("p-0"), "done");
      assert.equal((await store.history("p-0"))[0]?.trigger, "late");
    });

    it("ask: asks once and waits; the answer is to release it", async () => {
      setting = "ask";
      const editor = await missed();
      await editors.advance(day);
      assert.deepEqual(told(), ["missed p-0"]);
      assert.equal(await state(), "scheduled");
      assert.equal(await editor.scheduler.retry("p-0"), "done");
      assert.equal(editors.made.length, 1);
      assert.equal(await editor.scheduler.retry("p-0"), "gone");
      assert.equal(editors.made.length, 1);
    });

    it("ask: the answer is to skip it", async () => {
      setting = "ask";
      const editor = await missed();
      assert.equal(await editor.scheduler.skip("p-0"), "done");
      assert.equal(await state(), "missed");
      assert.equal(await editor.scheduler.skip("p-0"), "gone");
    });

    it("ask: follows another setting at once, and asks again after a restart", async () => {
      setting = "ask";
      const editor = await missed();
      editor.close();
      const next = await editors.start({ missedReleases: () => setting });
      await editors.advance(minute);
      assert.deepEqual(told(), ["missed p-0", "missed p-0"]);
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

  describe("failures", () => {
    it("a version deleted since: says which, keeps the schedule, and tries no more by itself", async () => {
      await schedule();
      deleteVersion(editors.file, "k-0-2");
      const editor = await editors.start();
      await editors.advanceTo("2026-06-21T00:00:00Z");
      assert.deepEqual(told(), ["failed p-0"]);
      const { scheduled } = await store.getPack("p-0");
      assert.equal(scheduled?.state, "failed");
      assert.match(scheduled.problem ?? "", /Version "2" of "Process 0" is deleted/);
      assert.equal(await editor.scheduler.retry("p-0"), "done");
      assert.deepEqual(told(), ["failed p-0", "failed p-0"]);
      assert.equal((await store.history("p-0")).length, 1);
    });

    it("a pack deleted since takes its scheduled release with it", async () => {
      await schedule();
      await editors.start();
      execute(editors.file, "DELETE FROM pack WHERE pack_id = ?", "p-0");
      await editors.advance(2 * day);
      assert.deepEqual([made(), told()], [[], []]);
    });

    it("a store locked at midnight is tried again within the window", async () => {
      await schedule();
      let attempts = 0;
      await editors.start({ fates: locked("release", () => (attempts += 1) <= 5) });
      await editors.advanceTo(windowEnd);
      assert.deepEqual(told(), ["released p-0"]);
      assert.equal(editors.made[0]?.release.trigger, "scheduled");
    });

    it("a store locked for the whole window is told once, and the failure is kept as soon as it can be", async () => {
      await schedule();
      let isLocked = true;
      await editors.start({ fates: locked("write", () => isLocked) });
      await editors.advanceTo("2026-06-19T23:05:00Z");
      assert.deepEqual(told(), ["failed p-0"]);
      assert.equal(await state(), "scheduled");
      isLocked = false;
      await editors.advance(2 * minute);
      assert.equal(await state(), "failed");
      assert.match((await store.getPack("p-0")).scheduled?.problem ?? "", /locked by another program/);
      assert.deepEqual([told(), made()], [["failed p-0"], []]);
    });

    it("a store that cannot be read for the whole window is told, and its release is a failure, not a missed one", async () => {
      await schedule();
      let isGone = false;
      await editors.start({
        fates: () => (isGone ? { error: storeErrors.storeGone(editors.file) } : undefined),
      });
      await editors.advanceTo("2026-06-19T21:50:00Z");
      isGone = true;
      await editors.advanceTo("2026-06-19T23:30:00Z");
      assert.deepEqual(told(), ["stalled"]);
      isGone = false;
      await editors.advance(2 * minute);
      assert.deepEqual([told(), made()], [["stalled", "failed p-0"], []]);
      assert.equal(await state(), "failed");
    });

    it("a store that can be read again within the window releases in it", async () => {
      await schedule();
      let isGone = false;
      await editors.start({
        fates: () => (isGone ? { error: storeErrors.storeGone(editors.file) } : undefined),
      });
      await editors.advanceTo("2026-06-19T21:50:00Z");
      isGone = true;
      await editors.advanceTo("2026-06-19T22:40:00Z");
      isGone = false;
      await editors.advance(2 * minute);
      assert.deepEqual(told(), ["released p-0"]);
    });

    it("a late release in a locked store is tried for an hour, then told", async () => {
      await schedule();
      editors.clock.set(new Date("2026-06-21T08:00:00Z"));
      await editors.start({ fates: locked("release", () => true) });
      await editors.advance(hour - 2 * minute);
      assert.deepEqual(told(), []);
      await editors.advance(3 * minute);
      assert.deepEqual(told(), ["failed p-0"]);
      assert.equal(await state(), "failed");
    });

    it("one that fails does not keep the others", async () => {
      await schedule("p-0");
      await schedule("p-1");
      deleteVersion(editors.file, "k-0-2");
      await editors.start();
      await editors.advanceTo(windowEnd);
      assert.deepEqual(told(), ["failed p-0", "released p-1"]);
    });
  });

  describe("crashes", () => {
    for (const death of ["diesBefore", "diesAfter"] as const) {
      it(`releases once when its program ${death === "diesBefore" ? "dies before" : "dies after"} any operation`, async function () {
        this.timeout(30_000);
        let operation = 0;
        for (let isDone = false; !isDone; operation += 1) {
          const world = new SimulatedEditors(start);
          try {
            const content = await world.open(schedulablePacks(1));
            await content.schedules.schedule({ packId: "p-0", date, timeZone });
            let count = 0;
            const dyingAt = operation;
            world.clock.set(new Date("2026-06-19T21:59:00Z"));
            await world.start({ fates: () => (count++ === dyingAt ? death : undefined) });
            await world.advance(5 * minute);
            isDone = world.running === 1;
            await world.start();
            await world.advance(5 * minute);
            assert.equal(world.made.length, 1, `died at operation ${dyingAt}`);
            assert.equal((await content.history("p-0")).length, 2);
          } finally {
            world.dispose();
          }
        }
        assert.ok(operation > 4, `only ${operation} operations`);
      });
    }

    it("two editors on one store file release once", async () => {
      await Promise.all(["p-0", "p-1", "p-2"].map(schedule));
      await editors.start();
      await editors.start();
      await editors.advanceTo(windowEnd);
      assert.deepEqual(
        made()
          .map(([packId]) => packId)
          .sort(),
        ["p-0", "p-1", "p-2"],
      );
      assert.equal(editors.events.length, 3);
    });

    it("two editors tell one failure once", async () => {
      await schedule();
      deleteVersion(editors.file, "k-0-2");
      await editors.start();
      await editors.start();
      await editors.advanceTo(windowEnd);
      assert.deepEqual(told(), ["failed p-0"]);
    });
  });
});

/** Operations that meet a locked store while `isLocked` says so. */
function locked(which: "release" | "write", isLocked: () => boolean): Fates {
  return (operation) => {
    const writes = which === "release" ? ["release"] : ["release", "fail", "miss"];
    return writes.includes(operation) && isLocked()
      ? { error: storeErrors.storeLocked("store.db") }
      : undefined;
  };
}

/** Deletes a packaged version as another program does, whatever the rules of this one say. */
function deleteVersion(file: string, packageId: string): void {
  execute(file, "UPDATE packaged_version SET deleted = 1 WHERE package_id = ?", packageId);
}

function execute(file: string, sql: string, parameter: string): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.prepare(sql).run(parameter);
  database.close();
}
