import type { SettledRelease } from "../backend/releaseWatch.ts";
import type { QueuedRelease } from "../backend/scheduleQueue.ts";

/** What users are told of scheduled releases. */
export type SchedulerEvent =
  /** Released in its window or late, as `release.trigger` says; or failed: then it waits for `retry`, or to be changed or cancelled. */
  | SettledRelease
  /** Its window passed. `ask`: the answer is `retry`, `skip`, or to change it; `skip`: it is kept, marked missed. */
  | { readonly kind: "missed"; readonly queued: QueuedRelease; readonly answer: "ask" | "skip" }
  /** The scheduled releases could not be read for an hour in which one was or may have been due. */
  | { readonly kind: "stalled"; readonly error: unknown };
