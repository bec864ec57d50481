import type { Event } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";
import type { QueuedRelease } from "./scheduleQueue.ts";

/** The outcome of a scheduled release that another system runs. */
export type SettledRelease =
  | { readonly kind: "released"; readonly queued: QueuedRelease; readonly release: PackRelease }
  /** It was not released. It stays scheduled as failed, and is in the `ScheduleQueue` from now on. */
  | { readonly kind: "failed"; readonly queued: QueuedRelease; readonly error: unknown };

/** Watches the scheduled releases that another system runs, such as the platform. */
export interface ReleaseWatch {
  /** Fires once for each outcome, in the program that found it out first. */
  readonly onDidSettle: Event<SettledRelease>;
  /** Finds out the outcomes. Resolves to the date of the next look; to nothing when no release waits. */
  look(): Promise<Date | undefined>;
}
