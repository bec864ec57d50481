import assert from "node:assert/strict";
import fc from "fast-check";
import {
  calendarEntries,
  canScheduleOn,
  periodAround,
} from "../../../../src/model/calendar/calendarEntries.ts";
import type { ListedRelease } from "../../../../src/model/release/release.ts";
import { localDate } from "../../../../src/model/schedule/releaseWindow.ts";
import { scheduleOf, type ScheduledRelease } from "../../../../src/model/schedule/scheduledRelease.ts";
import { scheduledRelease } from "../../../support/arbitrary/arbitraryChoices.ts";

const release = (differences: Partial<ListedRelease>): ListedRelease => ({
  packId: "p",
  packName: "Orders",
  releaseId: "r",
  releasedAt: "2026-12-31T23:30:00Z",
  releasedBy: "lead@example.com",
  trigger: "immediate",
  ...differences,
});

const packWith = (name: string, scheduled: Partial<ScheduledRelease>) => ({
  packId: name,
  name,
  scheduled: scheduleOf(scheduledRelease(scheduled)),
});

describe("the entries of the calendar", () => {
  it("have the date of a past release in the zone of the calendar", () => {
    const dates = (month: string, timeZone: string) =>
      calendarEntries(month, [release({})], [], timeZone).map(({ date }) => date);
    assert.deepEqual(dates("2026-12", "UTC"), ["2026-12-31"]);
    assert.deepEqual(dates("2026-12", "Asia/Tokyo"), []);
    assert.deepEqual(dates("2027-01", "Asia/Tokyo"), ["2027-01-01"]);
  });

  it("have the confirmed date of a scheduled release, whatever the zone of the calendar", () => {
    const [entry] = calendarEntries("2026-12", [], [packWith("Orders", {})], "Asia/Tokyo");
    assert.deepEqual(entry, {
      date: "2026-12-24",
      kind: "scheduled",
      packId: "Orders",
      packName: "Orders",
      by: "planner@example.com",
      timeZone: "America/New_York",
    });
  });

  it("have no zone where it is not known which one counts, and none for a pack without a schedule", () => {
    const uncertain = packWith("Orders", { hasUncertainZone: true });
    const [entry, ...others] = calendarEntries("2026-12", [], [uncertain, { packId: "q", name: "Q" }], "UTC");
    assert.equal(entry?.packName, "Orders");
    assert.ok(!("timeZone" in entry));
    assert.deepEqual(others, []);
  });

  it("are those of the month, by date and then by pack", () => {
    const releases = [
      release({ packName: "Orders 10", releasedAt: "2026-12-05T00:00:00Z" }),
      release({ packName: "Orders 2", releasedAt: "2026-12-05T12:00:00Z" }),
      release({ packName: "Zebra", releasedAt: "2026-12-01T00:00:00Z" }),
      release({ packName: "Early", releasedAt: "2026-11-30T00:00:00Z" }),
      release({ packName: "Late", releasedAt: "2027-01-01T00:00:00Z" }),
    ];
    assert.deepEqual(
      calendarEntries("2026-12", releases, [packWith("Alpha", { date: "2026-12-06" })], "UTC").map(
        ({ packName }) => packName,
      ),
      ["Zebra", "Orders 2", "Orders 10", "Alpha"],
    );
  });

  it("say what was late, missed, failed, or is no longer reported", () => {
    const kinds = calendarEntries(
      "2026-12",
      [release({ trigger: "late" }), release({ trigger: "scheduled", packName: "Z" })],
      [
        packWith("a", { state: "missed" }),
        packWith("b", { state: "failed" }),
        packWith("c", { state: "unknown" }),
        packWith("d", { state: "releasing" }),
      ],
      "UTC",
    ).map(({ kind }) => kind);
    assert.deepEqual(kinds, ["missed", "failed", "unknown", "scheduled", "late", "released"]);
  });

  it("are in the period that is read for their month, in every zone", () => {
    const zones = Intl.supportedValuesOf("timeZone");
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("2000-01-01"),
          max: new Date("2050-01-01"),
          noInvalidDate: true,
        }),
        fc.constantFrom(...zones),
        (instant, zone) => {
          const { start, end } = periodAround(localDate(instant, zone).slice(0, 7));
          assert.ok(start <= instant && instant < end);
        },
      ),
    );
  });

  it("can be added from tomorrow on", () => {
    assert.equal(canScheduleOn("2026-12-31", "2026-12-31"), false);
    assert.equal(canScheduleOn("2027-01-01", "2026-12-31"), true);
  });
});
