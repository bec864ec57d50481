import { fromZonedTime } from "date-fns-tz/fromZonedTime";
import { scheduleErrors } from "../../errors/scheduleErrors.ts";
import { isTimeZone, offsetAt } from "./timeZone.ts";

/** The hour in which a scheduled release runs: `start` belongs to it, `end` does not. */
export interface ReleaseWindow {
  readonly start: Date;
  readonly end: Date;
}

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** No local time of any zone was ever further from UTC. */
const longestOffset = 16 * hour;

/** A clock that shows the same offset this long before and after midnight was not changed around it. */
const steadyReach = 26 * hour;

/**
 * The window of a local calendar date, `yyyy-MM-dd`, in an IANA zone: from the earliest instant that has this date there
 * up to one hour later (rule 7). Where daylight saving skips midnight, that is 01:00; where it repeats it, the first one.
 *
 * @throws `InvalidRequest` for an unknown zone, and for a date that no calendar has or that the zone skipped.
 */
export function releaseWindow(date: string, timeZone: string): ReleaseWindow {
  if (!isTimeZone(timeZone)) throw scheduleErrors.unknownTimeZone(timeZone);
  const start = isCalendarDate(date) ? firstInstant(date, timeZone) : undefined;
  if (start === undefined) throw scheduleErrors.impossibleDate(date, timeZone);
  return { start: new Date(start), end: new Date(start + hour) };
}

/**
 * The calendar date, `yyyy-MM-dd`, that the zone's clocks show at the instant.
 *
 * Not by `date-fns-tz`: it carries the zone's local time in a `Date` of the system's zone, so where that one skips the hour
 * from 23:00 (Greenland in March) it tells the next day.
 *
 * @throws `InvalidRequest` for an unknown zone.
 */
export function localDate(instant: Date, timeZone: string): string {
  if (!isTimeZone(timeZone)) throw scheduleErrors.unknownTimeZone(timeZone);
  return dateOf(instant.getTime() + offsetAt(instant.getTime(), timeZone));
}

/** The calendar date after a calendar date, both `yyyy-MM-dd`. */
export function nextDate(date: string): string {
  return dateOf(utcMidnight(date) + day);
}

/** The first date, `yyyy-MM-dd`, that a release can be scheduled for: tomorrow in the zone. @throws `InvalidRequest` for an unknown zone. */
export function earliestReleaseDate(now: Date, timeZone: string): string {
  let date = nextDate(localDate(now, timeZone));
  while (firstInstant(date, timeZone) === undefined) date = nextDate(date);
  return date;
}

/** @throws `InvalidRequest` when a release cannot be scheduled for the date: unknown zone, impossible date, or not after today in the zone. */
export function checkReleaseDate(date: string, timeZone: string, now: Date): void {
  releaseWindow(date, timeZone);
  if (date <= localDate(now, timeZone)) {
    throw scheduleErrors.dateNotInFuture(date, timeZone, earliestReleaseDate(now, timeZone));
  }
}

/** The earliest instant, in ms, that has the date in the zone; nothing where the zone skipped the whole day. */
function firstInstant(date: string, timeZone: string): number | undefined {
  const midnight = utcMidnight(date);
  const start = fromZonedTime(`${date}T00:00:00`, timeZone).getTime();
  const offset = midnight - start;
  const isSteady =
    offsetAt(start - steadyReach, timeZone) === offset && offsetAt(start + steadyReach, timeZone) === offset;
  // Where midnight is skipped `date-fns-tz` gives the evening before; where it is repeated, the system's zone decides which one.
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

/** The first instant after `from` at which the zone's offset is another one; `end` when there is none before. */
function nextChange(from: number, end: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone);
  let before = from;
  while (before < end && offsetAt(before + hour, timeZone) === offset) before += hour;
  if (before >= end) return end;
  let after = before + hour;
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

function isCalendarDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && dateOf(utcMidnight(date)) === date;
}

function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date, `yyyy-MM-dd`, of an instant in UTC; `''` when it is none. */
function dateOf(instant: number): string {
  return Number.isNaN(instant) ? "" : new Date(instant).toISOString().replace(/T.*/, "");
}
