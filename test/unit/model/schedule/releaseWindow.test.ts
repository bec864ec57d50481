import assert from "node:assert/strict";
import { scheduleErrors } from "../../../../src/errors/scheduleErrors.ts";
import { timeZoneErrors } from "../../../../src/errors/timeZoneErrors.ts";
import {
  checkReleaseDate,
  earliestReleaseDate,
  localDate,
  nextDate,
  releaseWindow,
} from "../../../../src/model/schedule/releaseWindow.ts";
import { isTimeZone } from "../../../../src/model/schedule/timeZone.ts";
import { hour } from "../../../support/time/durations.ts";
import { clockIn, dateIn } from "../../../support/time/zones.ts";

import { withSystemZone } from "../../../support/time/withSystemZone.ts";

/** Time zone, date, the first instant of the date in the zone, and what the clocks of the zone show then. */
const days: readonly (readonly [
  why: string,
  timeZone: string,
  date: string,
  start: string,
  shown: string,
])[] = [
  ["Havana skips midnight", "America/Havana", "2027-03-14", "2027-03-14T05:00:00Z", "01:00"],
  ["Havana repeats midnight", "America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", "00:00"],
  ["Santiago skips midnight", "America/Santiago", "2027-09-05", "2027-09-05T04:00:00Z", "01:00"],
  ["Santiago repeats 23:00", "America/Santiago", "2027-04-04", "2027-04-04T04:00:00Z", "00:00"],
  ["Cairo skips midnight", "Africa/Cairo", "2027-04-30", "2027-04-29T22:00:00Z", "01:00"],
  ["Cairo repeats 23:00", "Africa/Cairo", "2027-10-29", "2027-10-28T22:00:00Z", "00:00"],
  ["Beirut skips midnight", "Asia/Beirut", "2027-03-28", "2027-03-27T22:00:00Z", "01:00"],
  ["Beirut repeats 23:00", "Asia/Beirut", "2027-10-31", "2027-10-30T22:00:00Z", "00:00"],
  [
    "Tehran, half an hour off, skipped midnight",
    "Asia/Tehran",
    "2021-03-22",
    "2021-03-21T20:30:00Z",
    "01:00",
  ],
  ["Tehran repeated 23:00", "Asia/Tehran", "2021-09-22", "2021-09-21T20:30:00Z", "00:00"],
  ["the Azores skip midnight", "Atlantic/Azores", "2027-03-28", "2027-03-28T01:00:00Z", "01:00"],
  ["the Azores repeat midnight", "Atlantic/Azores", "2027-10-31", "2027-10-31T00:00:00Z", "00:00"],
  [
    "Lord Howe turns the clocks half an hour forward",
    "Australia/Lord_Howe",
    "2027-10-03",
    "2027-10-02T13:30:00Z",
    "00:00",
  ],
  ["the day after that", "Australia/Lord_Howe", "2027-10-04", "2027-10-03T13:00:00Z", "00:00"],
  [
    "Lord Howe turns the clocks half an hour back",
    "Australia/Lord_Howe",
    "2027-04-04",
    "2027-04-03T13:00:00Z",
    "00:00",
  ],
  ["the day after that", "Australia/Lord_Howe", "2027-04-05", "2027-04-04T13:30:00Z", "00:00"],
  [
    "Adak, 10 hours behind, turns the clocks forward",
    "America/Adak",
    "2027-03-14",
    "2027-03-14T10:00:00Z",
    "00:00",
  ],
  ["Kathmandu is 5:45 ahead", "Asia/Kathmandu", "2027-01-01", "2026-12-31T18:15:00Z", "00:00"],
  ["Kiritimati is 14 hours ahead", "Pacific/Kiritimati", "2027-01-01", "2026-12-31T10:00:00Z", "00:00"],
  ["Chatham in summer", "Pacific/Chatham", "2027-01-01", "2026-12-31T10:15:00Z", "00:00"],
  ["Chatham in winter", "Pacific/Chatham", "2027-07-01", "2027-06-30T11:15:00Z", "00:00"],
  ["a 29 February", "Europe/Berlin", "2028-02-29", "2028-02-28T23:00:00Z", "00:00"],
  ["the day after the one Apia skipped", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", "00:00"],
  [
    "St John's turned the clocks back from 00:01 to 23:01",
    "America/St_Johns",
    "2010-11-07",
    "2010-11-07T02:30:00Z",
    "00:00",
  ],
];

describe("rule 7: the release window", () => {
  for (const [why, timeZone, date, start, shown] of days) {
    it(`starts with the first instant of the date: ${why} (${timeZone}, ${date})`, () => {
      const window = releaseWindow(date, timeZone);
      assert.equal(window.start.toISOString(), start.replace("Z", ".000Z"));
      assert.equal(clockIn(timeZone, window.start.getTime()), `${date} ${shown}:00`);
      assert.notEqual(dateIn(timeZone, window.start.getTime() - 1), date);
      assert.equal(window.end.getTime() - window.start.getTime(), hour);
    });
  }

  it("does not exist for a date that the zone skips", () => {
    const skipped = scheduleErrors.skippedDate("2011-12-30", "Pacific/Apia");
    assert.throws(() => releaseWindow("2011-12-30", "Pacific/Apia"), skipped);
    assert.equal(
      releaseWindow("2011-12-30", "Pacific/Pago_Pago").start.toISOString(),
      "2011-12-30T11:00:00.000Z",
    );
  });

  for (const date of ["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "27-04-30", "2027-4-3", ""]) {
    it(`does not exist for the impossible date "${date}"`, () => {
      assert.throws(() => releaseWindow(date, "Europe/Berlin"), scheduleErrors.noCalendarDate());
    });
  }

  it("does not exist for text around a date", () => {
    for (const date of ["2027-04-30T00:00", " 2027-04-30", "2027-04-30\n", "+002027-04-30"]) {
      assert.throws(() => releaseWindow(date, "UTC"), scheduleErrors.noCalendarDate());
    }
  });

  for (const timeZone of ["", "Mars/Olympus", "+02:00", "-0500", "Z", "Europe/Berlin "]) {
    it(`does not exist in the unknown zone "${timeZone}"`, () => {
      assert.throws(() => releaseWindow("2027-04-30", timeZone), timeZoneErrors.unknownTimeZone(timeZone));
      assert.throws(() => localDate(new Date(), timeZone), timeZoneErrors.unknownTimeZone(timeZone));
      assert.throws(
        () => earliestReleaseDate(new Date(), timeZone),
        timeZoneErrors.unknownTimeZone(timeZone),
      );
      assert.equal(isTimeZone(timeZone), false);
    });
  }

  it("accepts the other names of a zone", () => {
    for (const name of ["US/Pacific", "Asia/Calcutta", "Etc/GMT+12", "UTC", "GMT"]) {
      assert.equal(isTimeZone(name), true, name);
    }
    assert.deepEqual(
      releaseWindow("2027-07-01", "US/Pacific"),
      releaseWindow("2027-07-01", "America/Los_Angeles"),
    );
  });

  it("does not depend on the system's time zone", () => {
    const expected = days.map(([, , , start]) => Date.parse(start));
    for (const zone of [
      "UTC",
      "America/Scoresbysund",
      "America/Havana",
      "Pacific/Apia",
      "Australia/Lord_Howe",
      ":/etc/localtime",
    ]) {
      withSystemZone(zone, () => {
        const starts = days.map(([, timeZone, date]) => releaseWindow(date, timeZone).start.getTime());
        assert.deepEqual(starts, expected, zone);
        assert.equal(localDate(new Date("2027-03-27T23:30:00Z"), "UTC"), "2027-03-27", zone);
      });
    }
  });
});

describe("rule 7: the release date", () => {
  const now = new Date("2026-11-24T11:00:00Z");

  it("is tomorrow or later in the scheduler's time zone", () => {
    assert.equal(localDate(now, "Pacific/Kiritimati"), "2026-11-25");
    assert.equal(earliestReleaseDate(now, "Pacific/Kiritimati"), "2026-11-26");
    assert.equal(localDate(now, "Etc/GMT+12"), "2026-11-23");
    assert.equal(earliestReleaseDate(now, "Etc/GMT+12"), "2026-11-24");
  });

  it("is not a day that the zone skips", () => {
    assert.equal(earliestReleaseDate(new Date("2011-12-30T00:00:00Z"), "Pacific/Apia"), "2011-12-31");
  });

  it("is followed by the next date, across the ends of months and years", () => {
    assert.equal(nextDate("2028-02-28"), "2028-02-29");
    assert.equal(nextDate("2028-02-29"), "2028-03-01");
    assert.equal(nextDate("2027-12-31"), "2028-01-01");
  });

  it("is rejected if it is today or earlier in the zone, whatever the user's local date is", () => {
    for (const date of ["2026-11-25", "2026-11-24", "2020-01-01"]) {
      assert.throws(
        () => checkReleaseDate(date, "Pacific/Kiritimati", now),
        scheduleErrors.dateNotInFuture(date, "Pacific/Kiritimati", "2026-11-26"),
      );
    }
    checkReleaseDate("2026-11-26", "Pacific/Kiritimati", now);
    checkReleaseDate("2026-11-24", "Etc/GMT+12", now);
  });

  it("is rejected if it does not exist or its time zone is unknown", () => {
    assert.throws(() => checkReleaseDate("2027-02-30", "UTC", now), scheduleErrors.noCalendarDate());
    assert.throws(
      () => checkReleaseDate("2027-02-03", "Nowhere", now),
      timeZoneErrors.unknownTimeZone("Nowhere"),
    );
  });

  it("changes at the instant at which the window starts", () => {
    const { start } = releaseWindow("2027-03-14", "America/Havana");
    assert.equal(localDate(start, "America/Havana"), "2027-03-14");
    assert.equal(localDate(new Date(start.getTime() - 1), "America/Havana"), "2027-03-13");
  });
});
