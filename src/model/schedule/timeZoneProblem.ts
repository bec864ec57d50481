import { timeZoneErrors } from "../../errors/timeZoneErrors.ts";
import { isTimeZone } from "./timeZone.ts";

/** Checks a zone that a person or another runtime chose. Returns why it cannot be used here, as a sentence, or nothing. */
export function timeZoneProblem(timeZone: string): string | undefined {
  return isTimeZone(timeZone) ? undefined : timeZoneErrors.unknownTimeZone(timeZone).message;
}
