import { scheduleErrors } from "../../errors/scheduleErrors.ts";
import { isTimeZone } from "./timeZone.ts";

/** Checks a zone that a person or another runtime chose. Returns why it cannot be used here, as a sentence, or nothing. */
export function timeZoneProblem(timeZone: string): string | undefined {
  return isTimeZone(timeZone) ? undefined : scheduleErrors.unknownTimeZone(timeZone).message;
}
