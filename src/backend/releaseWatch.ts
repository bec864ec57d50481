import type { PackRelease } from "../model/release/release.ts";
import type { QueuedRelease } from "./scheduleQueue.ts";

/** How a scheduled release ended. */
export type ScheduledOutcome =
  | { readonly kind: "released"; readonly queued: QueuedRelease; readonly release: PackRelease }
  /** It was not released. It stays scheduled as failed, as one of the `ScheduleQueue`. */
  | { readonly kind: "failed"; readonly queued: QueuedRelease; readonly error: unknown }
  /** Its date passed, and the platform does not report whether it was released. It stays scheduled. */
  | { readonly kind: "unknown"; readonly queued: QueuedRelease };

/** What looking at the releases that somebody else runs found. */
export interface WatchReport {
  /** Outcomes that nobody reported yet. Each is reported once, whichever window looks first. */
  readonly outcomes: readonly ScheduledOutcome[];
  /** When to look again; nothing while none waits. */
  readonly nextLook: Date | undefined;
}

/** The releases that somebody else runs, such as the platform at their date: they are looked at, not run. */
export interface ReleaseWatch {
  /** Finds out how they stand and takes the outcomes that nobody reported yet. */
  look(): Promise<WatchReport>;
}
