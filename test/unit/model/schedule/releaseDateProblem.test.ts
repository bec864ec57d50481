import assert from "node:assert/strict";
import { scheduleErrors } from "../../../../src/errors/scheduleErrors.ts";
import { releaseDateProblem } from "../../../../src/model/schedule/releaseDateProblem.ts";

const now = new Date("2026-11-24T12:00:00Z");

describe("the date that a person types for a release", () => {
  it("is asked for while there is none", () => {
    assert.equal(releaseDateProblem("", "UTC", now), "Choose a date.");
  });

  it("has no problem from tomorrow on, in the scheduler's time zone", () => {
    assert.equal(releaseDateProblem("2026-11-25", "UTC", now), undefined);
    assert.equal(releaseDateProblem("2026-12-01", "America/New_York", now), undefined);
  });

  it("hides no failure of the program", () => {
    assert.throws(() => releaseDateProblem("2026-12-01", "UTC", new Date(NaN)), RangeError);
  });

  it("has the backend's own sentence as its problem: today, incomplete, or no calendar date", () => {
    assert.equal(
      releaseDateProblem("2026-11-24", "UTC", now),
      scheduleErrors.dateNotInFuture("2026-11-24", "UTC", "2026-11-25").message,
    );
    for (const date of ["2026-11", "2026-02-30", "soon"]) {
      assert.equal(releaseDateProblem(date, "UTC", now), scheduleErrors.noCalendarDate().message);
    }
  });
});
