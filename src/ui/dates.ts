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

function format(instant: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(vscode.env.language, options).format(new Date(instant));
}
