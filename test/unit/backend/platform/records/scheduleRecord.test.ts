import assert from "node:assert/strict";
import {
  byWindow,
  likelyStart,
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleKeeper,
  type StoredSchedule,
} from "../../../../../src/backend/platform/records/scheduleRecord.ts";
import { schedule } from "../../../../support/records/recordedRelease.ts";

/** A zone that another machine knew, and this one does not. */
const unknownZone = "Mars/Olympus_Mons";

const recordOf = (
  scheduled: Partial<StoredSchedule>,
  { scheduleId = "s", ...record }: Partial<NewScheduleRecord> & { readonly scheduleId?: string } = {},
) =>
  toScheduleRecord(
    { ...schedule, ...record, scheduled: { ...schedule.scheduled, ...scheduled } },
    scheduleId,
  );

describe("the record of a scheduled release", () => {
  it("has the window of its date in its zone where the workspace keeps it", () => {
    const { scheduled, storedState } = recordOf({ timeZone: "America/New_York" });
    assert.deepEqual(
      [scheduled.windowStart, scheduled.windowEnd, scheduled.state, storedState],
      ["2026-06-12T04:00:00.000Z", "2026-06-12T05:00:00.000Z", "scheduled", "scheduled"],
    );
    assert.ok(!("hasUncertainZone" in scheduled) && !("cannotCancel" in scheduled));
  });

  it("cannot be cancelled while the platform keeps it as scheduled, in whose zone its date begins", () => {
    const { scheduled } = recordOf({}, { keeper: "platform" });
    assert.equal(scheduled.hasUncertainZone, true);
    assert.match(scheduled.cannotCancel ?? "", /cannot/i);
    for (const state of ["failed", "missed", "unknown"] as const) {
      assert.ok(!("cannotCancel" in recordOf({ state }, { keeper: "platform" }).scheduled), state);
    }
  });

  it("fails with the reason where its zone is not known here, so that it never runs at a wrong instant", () => {
    const { scheduled, storedState } = recordOf({ timeZone: unknownZone });
    assert.deepEqual([scheduled.state, storedState], ["failed", "failed"]);
    assert.match(scheduled.problem ?? "", /Mars\/Olympus_Mons/);
  });

  for (const state of ["failed", "missed", "unknown"] as const) {
    it(`stays ${state}, with its own reason, where its zone is not known here`, () => {
      const { scheduled, storedState } = recordOf({ timeZone: unknownZone, state, problem: "No answer." });
      assert.deepEqual([scheduled.state, storedState, scheduled.problem], [state, state, "No answer."]);
    });
  }

  it("is sorted by its window, then by the name of its pack, then by the pack's id", () => {
    const of = (date: string, packName: string, packId: string) => recordOf({ date }, { packName, packId });
    const sorted = [
      of("2026-06-11", "Z", "z"),
      of("2026-06-12", "A", "z"),
      of("2026-06-12", "B", "a"),
      of("2026-06-12", "B", "b"),
      of("2026-06-13", "A", "a"),
    ];
    for (const records of [sorted, sorted.toReversed()]) {
      assert.deepEqual(records.toSorted(byWindow), sorted);
    }
    const [first] = sorted;
    assert.ok(first);
    assert.equal(byWindow(first, first), 0);
  });

  it("most likely starts when its date begins in the zone that it was chosen in", () => {
    const keptBy = (keeper: ScheduleKeeper, timeZone: string) =>
      likelyStart(recordOf({ timeZone }, { keeper })).toISOString();
    assert.equal(keptBy("platform", "America/New_York"), "2026-06-12T04:00:00.000Z");
    assert.equal(keptBy("workspace", "Asia/Tokyo"), "2026-06-11T15:00:00.000Z");
    assert.equal(
      keptBy("platform", unknownZone),
      "2026-06-11T10:00:00.000Z",
      "the first zone that may count",
    );
  });
});
