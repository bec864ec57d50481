import * as vscode from "vscode";

/** An ISO instant as a date in the user's language and zone. */
export function formatDate(instant: string): string {
  return format(instant, { dateStyle: "medium" });
}

/** An ISO instant as date and time in the user's language and zone. */
export function formatDateTime(instant: string): string {
  return format(instant, { dateStyle: "medium", timeStyle: "short" });
}

/** A local calendar date, `yyyy-MM-dd`, in the user's language. */
export function formatCalendarDate(date: string): string {
  return format(`${date}T00:00:00Z`, { dateStyle: "medium", timeZone: "UTC" });
}

/** A local calendar date, `yyyy-MM-dd`, without its year when that is the current one, such as "Dec 28". */
export function formatShortDate(date: string): string {
  const isThisYear = date.startsWith(`${new Date().getFullYear()}-`);
  if (!isThisYear) return formatCalendarDate(date);
  return format(`${date}T00:00:00Z`, { month: "short", day: "numeric", timeZone: "UTC" });
}

/** A span of time between two ISO instants, without what both have in common, in the user's language and zone. */
export function formatSpan(start: string, end: string): string {
  const options = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(vscode.env.language, options).formatRange(new Date(start), new Date(end));
}

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(vscode.env.language, options).format(new Date(instant));
}
