import { day, minute } from "./durations.ts";

// Time zones by Intl alone. Tests compare the product's own calculations with these.

/** Every zone that the runtime knows. */
export const allZones = Intl.supportedValuesOf("timeZone");

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/** What the zone's clocks show at an instant in ms, as `yyyy-MM-dd HH:mm:ss`. */
export function clockIn(timeZone: string, instant: number): string {
  const shown = formatter(timeZone).format(instant);
  return `${shown.slice(6, 10)}-${shown.slice(3, 5)}-${shown.slice(0, 2)} ${shown.slice(12)}`;
}

/** The zone's calendar date at an instant in ms. */
export function dateIn(timeZone: string, instant: number): string {
  return clockIn(timeZone, instant).slice(0, 10);
}

/**
 * The first instant of the date in the zone, in ms, by the definition: the earliest one with that local date.
 * `undefined` when the zone skips the date.
 */
export function firstInstantOf(date: string, timeZone: string): number | undefined {
  const middle = Date.parse(`${date}T00:00:00Z`);
  const end = middle + 2 * day;
  let instant = middle - day;
  while (instant < end && dateIn(timeZone, instant) !== date) instant += 15 * minute;
  if (instant >= end) return undefined;
  let before = instant - 15 * minute;
  while (instant - before > 1) {
    const between = Math.floor((before + instant) / 2);
    if (dateIn(timeZone, between) === date) instant = between;
    else before = between;
  }
  return instant;
}

/** The zone's dates from `from` to `to`, in ms, on which its clocks change, and the days before and after each. */
export function datesAroundChanges(timeZone: string, from: number, to: number): string[] {
  const dates = new Set<string>();
  let offset = utcOffset(timeZone, from);
  for (let instant = from + day; instant < to; instant += day) {
    const next = utcOffset(timeZone, instant);
    if (next !== offset) {
      for (const shift of [-2, -1, 0, 1]) dates.add(dateIn(timeZone, instant + shift * day));
    }
    offset = next;
  }
  return [...dates];
}

function utcOffset(timeZone: string, instant: number): number {
  return Date.parse(`${clockIn(timeZone, instant).replace(" ", "T")}Z`) - instant;
}
