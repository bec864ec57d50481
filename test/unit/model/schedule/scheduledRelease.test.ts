import assert from "node:assert/strict";
import {
  isStoppedByConflict,
  scheduleOf,
  type ReleaseSchedule,
} from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";

describe("a scheduled release", () => {
  const cases: readonly [Pick<ReleaseSchedule, "state" | "problemCode">, boolean][] = [
    [{ state: "failed", problemCode: "Conflict" }, true],
    [{ state: "failed", problemCode: "Unreachable" }, false],
    [{ state: "failed" }, false],
    [{ state: "scheduled", problemCode: "Conflict" }, false],
    [{ state: "missed", problemCode: "Conflict" }, false],
  ];
  for (const [schedule, expected] of cases) {
    it(`${expected ? "waits" : "does not wait"} for a person after a conflict: ${JSON.stringify(schedule)}`, () => {
      assert.equal(isStoppedByConflict(schedule), expected);
    });
  }

  it("has a schedule that names neither its versions nor what was confirmed", () => {
    const scheduled = scheduledRelease({ versions: { a: "1" }, confirmed: [] });
    const { versions: _, confirmed: __, ...expected } = scheduled;
    assert.deepEqual(scheduleOf(scheduled), expected);
  });
});
