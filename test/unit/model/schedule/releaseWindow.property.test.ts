import assert from "node:assert/strict";
import fc from "fast-check";
import { scheduleErrors } from "../../../../src/errors/scheduleErrors.ts";
import { localDate, releaseWindow } from "../../../../src/model/schedule/releaseWindow.ts";
import { day, hour } from "../../../support/time/durations.ts";
import {
  allZones,
  clockIn,
  dateIn,
  datesAroundChanges,
  firstInstantOf,
} from "../../../support/time/zones.ts";

const today = Date.now();
const fiveYearsOn = today + 5 * 366 * day;

/** Holds the window of one date against the definition. */
function checkWindow(date: string, timeZone: string): void {
  const start = firstInstantOf(date, timeZone);
  if (start === undefined) {
    assert.throws(() => releaseWindow(date, timeZone), scheduleErrors.impossibleDate(date, timeZone));
    return;
  }
  const window = releaseWindow(date, timeZone);
  const told = `${date} in ${timeZone}`;
  assert.equal(window.start.toISOString(), new Date(start).toISOString(), told);
  assert.equal(window.end.getTime(), start + hour, told);
}

describe("rule 7: the release window in every zone", function () {
  this.timeout(60_000);

  const zone = fc.constantFrom(...allZones);
  const instant = fc.integer({ min: today, max: fiveYearsOn });

  it("starts with the earliest instant that has the date, today to five years on", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => checkWindow(dateIn(timeZone, at), timeZone)),
      { numRuns: 4000 },
    );
  });

  it("starts so around every change of the clocks in the next five years", () => {
    let changes = 0;
    for (const timeZone of allZones) {
      for (const date of datesAroundChanges(timeZone, today, fiveYearsOn)) {
        checkWindow(date, timeZone);
        changes++;
      }
    }
    assert.ok(changes > 4000, `only ${changes} dates around changes were found`);
  });

  it("starts so around the changes of the clocks that are remembered of a century", () => {
    const remembered = [
      "America/St_Johns",
      "Asia/Manila",
      "Pacific/Apia",
      "Europe/London",
      "Africa/Monrovia",
    ];
    for (const timeZone of remembered) {
      const dates = datesAroundChanges(timeZone, Date.UTC(1900, 0), Date.UTC(2025, 0));
      for (const date of dates) checkWindow(date, timeZone);
    }
  });

  it("is on the date that the zone's clocks show", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        assert.equal(localDate(new Date(at), timeZone), clockIn(timeZone, at).slice(0, 10));
      }),
      { numRuns: 4000 },
    );
  });

  it("is found for a thousand schedules without being noticed", () => {
    const started = performance.now();
    for (let index = 0; index < 1000; index++) {
      releaseWindow(index % 2 === 0 ? "2027-06-15" : "2027-03-14", "America/Havana");
    }
    const took = performance.now() - started;
    assert.ok(took < 2000, `${took} ms`);
  });
});
