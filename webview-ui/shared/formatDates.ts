import type { ReleaseWindow } from "../../src/model/schedule/releaseWindow.ts";
import { language } from "./language.ts";

/** An ISO instant as date and time in the user's language and zone. */
export function formatDateTime(instant: string): string {
  return format(new Date(instant), { dateStyle: "medium", timeStyle: "short" });
}

/** An ISO instant as a date in the user's language and zone. */
export function formatDate(instant: string): string {
  return format(new Date(instant), { dateStyle: "medium" });
}

/** An ISO instant as a time in the user's language and zone. */
export function formatTime(instant: string): string {
  return format(new Date(instant), { timeStyle: "short" });
}

/** A calendar date, `yyyy-MM-dd`, in the user's language. */
export function formatCalendarDate(date: string): string {
  return format(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}

/** An instant as date and time in an IANA zone, with the zone's short name. */
export function formatInZone(instant: Date, timeZone: string): string {
  // The styles of dates, which all others have, allow no name of the zone beside them.
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: "short", timeZone }).formatToParts(instant);
  const zone = parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  return `${format(instant, { dateStyle: "medium", timeStyle: "short", timeZone })} ${zone}`;
}

/** A span of time as dates and times in an IANA zone, without what both ends have in common. */
export function formatSpan({ start, end }: ReleaseWindow, timeZone: string): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(language, options).formatRange(start, end);
}

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(instant);
}
