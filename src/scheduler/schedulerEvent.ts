import type { ScheduledOutcome } from "../backend/releaseWatch.ts";
import type { QueuedRelease } from "../backend/scheduleQueue.ts";

/** What users are notified of. */
export type SchedulerEvent =
  /** A scheduled release ended. A failed one waits for `retry`, or to be changed or cancelled. */
  | ScheduledOutcome
  /** The platform refused this client, which shares the releases with others: it stays scheduled for them. `retry` tries again. */
  | { readonly kind: "refused"; readonly queued: QueuedRelease; readonly error: unknown }
  /** Its window passed. `ask`: the answer is `retry`, `skip`, or to change it. `skip`: it stays scheduled, marked missed. */
  | { readonly kind: "missed"; readonly queued: QueuedRelease; readonly answer: "ask" | "skip" }
  /** The scheduled releases could not be read for an hour in which one was or may have been due. */
  | { readonly kind: "stalled"; readonly error: unknown };
