import type { QueuedRelease } from "../backend/scheduleQueue.ts";
import type { PackRelease } from "../model/release.ts";

/** What users are told of scheduled releases. */
export type SchedulerEvent =
  /** It was released, in its window or late: `release.trigger` says which. */
  | { readonly kind: "released"; readonly queued: QueuedRelease; readonly release: PackRelease }
  /** It was not released and keeps its schedule: it waits for `retry`, or to be changed or cancelled. */
  | { readonly kind: "failed"; readonly queued: QueuedRelease; readonly error: unknown }
  /** Its window passed. `ask`: the answer is `retry`, `skip`, or to change it; `skip`: it is kept, marked missed. */
  | { readonly kind: "missed"; readonly queued: QueuedRelease; readonly answer: "ask" | "skip" }
  /** The scheduled releases could not be read for an hour in which one was or may have been due. */
  | { readonly kind: "stalled"; readonly error: unknown };
