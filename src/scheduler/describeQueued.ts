import type { QueuedRelease } from "../backend/scheduleQueue.ts";

/** A scheduled release in words, for the log. */
export function describeQueued({ packId, packName, schedule }: QueuedRelease): string {
  return `"${packName}" (${packId}), scheduled for ${schedule.date} (${schedule.timeZone})`;
}
