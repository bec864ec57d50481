import type { IntegrationPacksError } from "../../../errors/errors.ts";
import type { ScheduleRecord } from "../records/scheduleRecord.ts";

/**
 * Whether Boomi rejected a request because a release of the pack is scheduled that these records do not contain. It has no
 * code for that, only its words.
 */
export function isScheduledElsewhere(
  { code, message }: IntegrationPacksError,
  recorded: ScheduleRecord | undefined,
): boolean {
  return !recorded && code === "InvalidRequest" && /schedul/i.test(message);
}
