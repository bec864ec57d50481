import { fromZonedTime } from "date-fns-tz/fromZonedTime";
import { scheduleErrors } from "../../errors/scheduleErrors.ts";
import { timeZoneErrors } from "../../errors/timeZoneErrors.ts";
import { isTimeZone, offsetAt } from "./timeZone.ts";

/** The hour in which a scheduled release runs, from `start` up to, not including, `end`. */
export interface ReleaseWindow {
  readonly start: Date;
  readonly end: Date;
}

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** No zone was ever further from UTC, in ms. */
const longestOffset = 16 * hour;

/** If a zone has the same offset this long, in ms, before and after midnight, it has it at midnight, too. */
const steadyReach = 26 * hour;

/**
 * The release window of a calendar date, `yyyy-MM-dd`, in an IANA zone: one hour from the first instant of the date (rule
 * 7). Where daylight saving skips midnight, the date starts at 01:00; where it repeats midnight, at the first one.
 *
 * @throws `InvalidRequest` for an unknown zone, and for a date that no calendar has or that the zone skipped.
 */
export function releaseWindow(date: string, timeZone: string): ReleaseWindow {
  if (!isTimeZone(timeZone)) throw timeZoneErrors.unknownTimeZone(timeZone);
  if (!isCalendarDate(date)) throw scheduleErrors.noCalendarDate();
  const start = firstInstant(date, timeZone);
  if (start === undefined) throw scheduleErrors.skippedDate(date, timeZone);
  return { start: new Date(start), end: new Date(start + hour) };
}

/** The zones furthest ahead of UTC and behind it, in hours: a date begins in the one first and in the other last. */
const firstZone = 14;
const lastZone = -12;

/**
 * The span in which the platform may run a release of a date: Boomi's own pages contradict each other about the zone that
 * decides (the scheduler's, the server's, the publisher's, the user's), so it reaches over all of them.
 */
export function uncertainWindow(date: string): ReleaseWindow {
  const midnight = utcMidnight(date);
  return {
    start: new Date(midnight - firstZone * hour),
    end: new Date(midnight - lastZone * hour + hour),
  };
}

/**
 * The calendar date, `yyyy-MM-dd`, that the zone's clocks show at the instant.
 *
 * Does not use `date-fns-tz`, which puts the zone's local time into a `Date` of the system's zone: where the system's zone
 * skips the hour from 23:00 (Greenland in March), it returns the next day.
 *
 * @throws `InvalidRequest` for an unknown zone.
 */
export function localDate(instant: Date, timeZone: string): string {
  if (!isTimeZone(timeZone)) throw timeZoneErrors.unknownTimeZone(timeZone);
  return dateOf(instant.getTime() + offsetAt(instant.getTime(), timeZone));
}

/** The next calendar date, `yyyy-MM-dd`. */
export function nextDate(date: string): string {
  return dateOf(utcMidnight(date) + day);
}

/**
 * The first date, `yyyy-MM-dd`, that a release can be scheduled for: tomorrow in the zone.
 *
 * @throws `InvalidRequest` for an unknown zone.
 */
export function earliestReleaseDate(now: Date, timeZone: string): string {
  let date = nextDate(localDate(now, timeZone));
  while (firstInstant(date, timeZone) === undefined) date = nextDate(date);
  return date;
}

/**
 * Checks that a release can be scheduled for the date.
 *
 * @throws `InvalidRequest` for an unknown zone, an impossible date, or one that is not after today in the zone
 */
export function checkReleaseDate(date: string, timeZone: string, now: Date): void {
  releaseWindow(date, timeZone);
  if (date <= localDate(now, timeZone)) {
    throw scheduleErrors.dateNotInFuture(date, timeZone, earliestReleaseDate(now, timeZone));
  }
}

/** The first instant of the date in the zone, in ms; nothing where the zone skipped the whole day. */
function firstInstant(date: string, timeZone: string): number | undefined {
  const midnight = utcMidnight(date);
  const start = fromZonedTime(`${date}T00:00:00`, timeZone).getTime();
  const offset = midnight - start;
  // The pages have a `fromZonedTime` of their own, which needs both: `pageAliases.ts` replaces the one of `date-fns-tz`.
  const isSteady =
    offsetAt(start - steadyReach, timeZone) === offset && offsetAt(start + steadyReach, timeZone) === offset;
  // Where midnight is skipped, `date-fns-tz` returns the evening before; where it is repeated, either one.
  return isSteady ? start : firstInstantAroundChange(midnight, timeZone);
}

function firstInstantAroundChange(midnight: number, timeZone: string): number | undefined {
  const end = midnight + day + longestOffset;
  for (let from = midnight - longestOffset; from < end;) {
    const offset = offsetAt(from, timeZone);
    const to = nextChange(from, end, timeZone);
    const candidate = Math.max(from, midnight - offset);
    if (candidate < Math.min(to, midnight + day - offset)) return candidate;
    from = to;
  }
  return undefined;
}

/** The first instant after `from`, in ms, at which the zone has another offset; `end` when there is none before. */
function nextChange(from: number, end: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone);
  for (let before = from; before < end; before += hour) {
    if (offsetAt(before + hour, timeZone) !== offset) return changeWithinHour(before, offset, timeZone);
  }
  return end;
}

/** The instant, in ms, in the hour after `start` from which the zone no longer has the offset. */
function changeWithinHour(start: number, offset: number, timeZone: string): number {
  let before = start;
  let after = start + hour;
  while (after - before > second) {
    const middle = before + Math.floor((after - before) / (2 * second)) * second;
    if (offsetAt(middle, timeZone) === offset) {
      before = middle;
    } else {
      after = middle;
    }
  }
  return after;
}

/** Whether the text is a date of the calendar, `yyyy-MM-dd`: the 30th of February is none. */
export function isCalendarDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && dateOf(utcMidnight(date)) === date;
}

function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The UTC date, `yyyy-MM-dd`, of an instant in ms; `''` for `NaN`. */
function dateOf(instant: number): string {
  return Number.isNaN(instant) ? "" : new Date(instant).toISOString().replace(/T.*/, "");
}
