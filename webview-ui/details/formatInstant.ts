import { formatDateTime } from "../shared/formatDates.ts";

/** An ISO instant as date and time in the user's language and zone. Returns a text that is no instant unchanged. */
export function formatInstant(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : formatDateTime(instant);
}
