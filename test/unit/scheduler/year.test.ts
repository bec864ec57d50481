import assert from "node:assert/strict";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import type { QueueFault } from "../../support/scheduler/faultyQueue.ts";
import { SimulatedEditors } from "../../support/scheduler/simulatedEditors.ts";
import { day, minute } from "../../support/time/durations.ts";

const packCount = 1000;
const nights = 365;
const firstNoon = Date.parse("2026-01-01T12:00:00Z");
const zones = ["Europe/Berlin", "Europe/London", "Africa/Lagos", "UTC"];

describe("the scheduler, in a year with a thousand scheduled releases and a crash every night", () => {
  it("runs each scheduled release exactly once, and never before its window", async function () {
    this.timeout(300_000);
    const editors = new SimulatedEditors(new Date(firstNoon));
    const random = seeded(20_260_101);
    try {
      const store = await editors.open(schedulablePacks(packCount, 2));
      for (let at = 0; at < packCount; at += 1) {
        const date = new Date(firstNoon + (1 + random(nights)) * day).toISOString().slice(0, 10);
        await store.schedules.schedule({
          packId: `p-${at}`,
          date,
          timeZone: zones[at % zones.length] ?? "UTC",
        });
      }
      let crashes = 0;
      for (let night = 0; night < nights; night += 1) {
        // Midnight in each of the zones is between 22:00 and 01:00 UTC.
        const evening = firstNoon + night * day + (9 * 60 + 45) * minute;
        editors.clock.set(new Date(evening));
        let operations = random(8);
        const fault: QueueFault = random(2) === 0 ? "diesBefore" : "diesAfter";
        await editors.start({ chooseFault: () => (operations-- === 0 ? fault : undefined) });
        await editors.advance((30 + random(180)) * minute);
        editors.closeOldest();
        crashes += 1;
        // The next editor starts within the window, or too late.
        await editors.start();
        await editors.advanceTo(new Date(evening + 225 * minute));
        editors.closeOldest();
      }
      assert.equal(crashes, nights);

      const histories = await Promise.all(
        Array.from({ length: packCount }, (_, at) => store.history(`p-${at}`)),
      );
      const releases = histories.map((history) => history.length - 1);
      const figures = {
        expected: packCount,
        released: releases.filter((count) => count > 0).length,
        late: histories.flat().filter(({ trigger }) => trigger === "late").length,
        releasedTwice: releases.filter((count) => count > 1).length,
      };
      // The report of the run shows the figures.
      if (this.test) this.test.title += `: ${JSON.stringify(figures)}`;
      assert.deepEqual(
        { ...figures, late: 0 },
        {
          expected: 1000,
          released: 1000,
          late: 0,
          releasedTwice: 0,
        },
      );
      const observed = editors.releases;
      assert.equal(observed.length, packCount);
      const early = observed.filter(({ queued, at }) => at < new Date(queued.schedule.windowStart));
      assert.deepEqual(early, []);
      const afterWindow = observed.filter(({ queued, at }) => at >= new Date(queued.schedule.windowEnd));
      assert.equal(figures.late, afterWindow.length);
      assert.ok(figures.late > 0, "no crash made a release late");
    } finally {
      editors.dispose();
    }
  });
});

/** A generator of integers from 0 to `limit` - 1. The same seed gives the same numbers. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
