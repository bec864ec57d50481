const second = 1000;

/**
 * Whether the runtime knows an IANA zone with this name. Rejects offsets such as `+02:00`, which have no daylight
 * saving.
 */
export function isTimeZone(name: unknown): boolean {
  return typeof name === "string" && /^[A-Za-z]/.test(name) && clockOf(name) !== undefined;
}

/**
 * The IANA name of the system's zone. Nothing where the runtime does not know it, such as with `TZ=:/etc/localtime`: Node.js
 * then has no name, and browsers have `Etc/Unknown`, which they do not accept themselves.
 */
export function systemTimeZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : undefined;
}

/** How far the zone is ahead of UTC at the instant, both in ms. */
export function offsetAt(instant: number, timeZone: string): number {
  const shown = clockOf(timeZone)?.format(instant).match(/\d+/g) ?? [];
  const [month = 0, date = 0, year = 0, hours = 0, minutes = 0, seconds = 0] = shown.map(Number);
  const local = Date.UTC(year, month - 1, date, hours, minutes, seconds);
  return local - Math.floor(instant / second) * second;
}

/** Formatters by zone: creating one takes far longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = clocks.get(timeZone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(timeZone, clock);
    return clock;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
