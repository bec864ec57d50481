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

/** Asserts that the window of a date agrees with the definition. */
function checkWindow(date: string, timeZone: string): void {
  const start = firstInstantOf(date, timeZone);
  if (start === undefined) {
    assert.throws(() => releaseWindow(date, timeZone), scheduleErrors.skippedDate(date, timeZone));
    return;
  }
  const window = releaseWindow(date, timeZone);
  const place = `${date} in ${timeZone}`;
  assert.equal(window.start.toISOString(), new Date(start).toISOString(), place);
  assert.equal(window.end.getTime(), start + hour, place);
}

describe("rule 7: the release window in every time zone", function () {
  this.timeout(60_000);

  const zone = fc.constantFrom(...allZones);
  const instant = fc.integer({ min: today, max: fiveYearsOn });

  it("starts with the first instant of the date, for dates in the next five years", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => checkWindow(dateIn(timeZone, at), timeZone)),
      { numRuns: 4000 },
    );
  });

  it("starts with the first instant of the date around every clock change in the next five years", () => {
    let changes = 0;
    for (const timeZone of allZones) {
      for (const date of datesAroundChanges(timeZone, today, fiveYearsOn)) {
        checkWindow(date, timeZone);
        changes++;
      }
    }
    assert.ok(changes > 4000, `only ${changes} dates around changes were found`);
  });

  it("starts with the first instant of the date around the clock changes of the past century", () => {
    const unusualZones = [
      "America/St_Johns",
      "Asia/Manila",
      "Pacific/Apia",
      "Europe/London",
      "Africa/Monrovia",
    ];
    for (const timeZone of unusualZones) {
      const dates = datesAroundChanges(timeZone, Date.UTC(1900, 0), Date.UTC(2025, 0));
      for (const date of dates) checkWindow(date, timeZone);
    }
  });

  it("is on the date that the clocks of the zone show", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        assert.equal(localDate(new Date(at), timeZone), clockIn(timeZone, at).slice(0, 10));
      }),
      { numRuns: 4000 },
    );
  });
});
