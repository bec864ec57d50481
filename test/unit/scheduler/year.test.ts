import assert from "node:assert/strict";
import { schedulablePacks } from "../../support/fixtures/schedulablePacks.ts";
import { SimulatedEditors, type Fate } from "../../support/scheduler/simulatedEditors.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const packCount = 1000;
const nights = 365;
const firstNoon = Date.parse("2026-01-01T12:00:00Z");
const zones = ["Europe/Berlin", "Europe/London", "Africa/Lagos", "UTC"];

describe("a year with a thousand scheduled releases and a crash every night", () => {
  it("makes each release once, none before its window, and loses none", async function () {
    this.timeout(300_000);
    const world = new SimulatedEditors(new Date(firstNoon));
    const random = seeded(20_260_101);
    try {
      const store = await world.open(schedulablePacks(packCount, 2));
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
        // All of the zones' midnights lie between 22:00 and 01:00 UTC.
        const evening = firstNoon + night * day + (9 * 60 + 45) * minute;
        world.clock.set(new Date(evening));
        let operations = random(8);
        const fate: Fate = random(2) === 0 ? "diesBefore" : "diesAfter";
        await world.start({ fates: () => (operations-- === 0 ? fate : undefined) });
        await world.advance((30 + random(180)) * minute);
        world.closeOne();
        crashes += 1;
        // The user may come back within the window, or too late.
        await world.start();
        await world.advanceTo(new Date(evening + 225 * minute));
        world.closeOne();
      }
      assert.equal(crashes, nights);

      const histories = await Promise.all(
        Array.from({ length: packCount }, (_, at) => store.history(`p-${at}`)),
      );
      const releases = histories.map((history) => history.length - 1);
      const figures = {
        expected: packCount,
        made: releases.filter((count) => count > 0).length,
        late: histories.flat().filter(({ trigger }) => trigger === "late").length,
        doubled: releases.filter((count) => count > 1).length,
      };
      // The report of the run tells the figures.
      if (this.test) this.test.title += `: ${JSON.stringify(figures)}`;
      assert.deepEqual({ ...figures, late: 0 }, { expected: 1000, made: 1000, late: 0, doubled: 0 });
      const made = world.made;
      assert.equal(made.length, packCount);
      const early = made.filter(({ queued, at }) => at < new Date(queued.schedule.windowStart));
      assert.deepEqual(early, []);
      const afterWindow = made.filter(({ queued, at }) => at >= new Date(queued.schedule.windowEnd));
      assert.equal(figures.late, afterWindow.length);
      assert.ok(figures.late > 0, "the crashes made none late, so they tested little");
    } finally {
      world.dispose();
    }
  });
});

/** Whole numbers from 0 to below `limit`, the same for the same seed. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
