import { formatDateTime } from "../shared/format.ts";

/** An ISO instant in the user's language and zone; a text that is no instant as it is. */
export function formatInstant(instant: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : formatDateTime(instant);
}
