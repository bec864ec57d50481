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
  return format(new Date(`${date}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" });
}

/** An instant as date and time in an IANA zone, with the zone's short name. */
export function formatInZone(instant: Date, timeZone: string): string {
  return format(instant, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  });
}

function format(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, options).format(instant);
}
