import assert from "node:assert/strict";
import { describeQueued, mayRun, type RunPermission } from "../../../src/backend/scheduleQueue.ts";
import type { ScheduleState } from "../../../src/model/schedule/scheduledRelease.ts";
import { windowEnd, windowStart } from "../../support/scheduler/schedulerScenario.ts";
import { queuedRelease } from "../../support/scheduler/scriptedQueue.ts";

/** The instants around the window, each with the permissions that let a schedule in a state run then. */
const allowed: Readonly<Record<ScheduleState, readonly (readonly RunPermission[])[]>> = {
  scheduled: [[], ["inWindow", "retry"], ["inWindow", "retry"], ["late", "retry"]],
  releasing: [[], ["inWindow", "retry"], ["inWindow", "retry"], ["late", "retry"]],
  failed: [["retry"], ["retry"], ["retry"], ["retry"]],
  missed: [[], ["retry"], ["retry"], ["retry"]],
  unknown: [[], ["retry"], ["retry"], ["retry"]],
};
const instants = [
  { name: "just before its window", at: Date.parse(windowStart) - 1 },
  { name: "at the start of its window", at: Date.parse(windowStart) },
  { name: "at the last instant of its window", at: Date.parse(windowEnd) - 1 },
  { name: "at the end of its window", at: Date.parse(windowEnd) },
];
const permissions = ["inWindow", "late", "retry"] as const;

describe("a scheduled release in a queue", () => {
  for (const state of ["scheduled", "releasing", "failed", "missed", "unknown"] as const) {
    for (const [index, { name, at }] of instants.entries()) {
      it(`that is ${state} may run ${name} with ${allowed[state][index]?.join(" or ") || "no permission"}`, () => {
        const { schedule } = queuedRelease("p-0", { state });
        const found = permissions.filter((permission) => mayRun(schedule, permission, new Date(at)));
        assert.deepEqual(found, allowed[state][index]);
      });
    }
  }

  it("never runs once its pack differed from the confirmed state, and does after any other failure", () => {
    for (const permission of permissions) {
      const { schedule } = queuedRelease("p-0", { state: "failed", problemCode: "Conflict" });
      for (const { at } of instants) assert.equal(mayRun(schedule, permission, new Date(at)), false);
    }
    const { schedule } = queuedRelease("p-0", { state: "failed", problemCode: "Unreachable" });
    assert.equal(mayRun(schedule, "retry", new Date(windowEnd)), true);
  });

  it("is named in logs with its pack and its date", () => {
    assert.equal(
      describeQueued(queuedRelease()),
      '"Pack p-0" (p-0), scheduled for 2026-06-20 (Europe/Berlin)',
    );
  });
});
