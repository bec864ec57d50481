import type { LocalBackend } from "../../../src/backend/local/localBackend.ts";
import type { ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";

/** The schedule queue of a local store, which always has one. */
export function queueOf(backend: LocalBackend): ScheduleQueue {
  const { queue } = backend.schedules;
  if (!queue) throw new Error("The local store always has a queue.");
  return queue;
}
