/** What Intl alone says about zones: the measure that the product's own arithmetic is held against. */

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

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

/** The zone's clock at an instant in ms: `yyyy-MM-dd HH:mm:ss`. */
export function clockIn(timeZone: string, instant: number): string {
  const shown = formatter(timeZone).format(instant);
  return `${shown.slice(6, 10)}-${shown.slice(3, 5)}-${shown.slice(0, 2)} ${shown.slice(12)}`;
}

/** The zone's calendar date at an instant in ms. */
export function dateIn(timeZone: string, instant: number): string {
  return clockIn(timeZone, instant).slice(0, 10);
}

/** The definition, taken literally: the earliest instant whose local date is the date; nothing when there is none. */
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

/** The zone's own dates in a span of time on which its clocks are changed, with the days before and after. */
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
