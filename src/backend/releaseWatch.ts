import type { Event } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";
import type { QueuedRelease } from "./scheduleQueue.ts";

/** What became of a scheduled release. */
export type SettledRelease =
  | { readonly kind: "released"; readonly queued: QueuedRelease; readonly release: PackRelease }
  /** It was not released and keeps its schedule, as one of the `ScheduleQueue` from now on. */
  | { readonly kind: "failed"; readonly queued: QueuedRelease; readonly error: unknown };

/** The scheduled releases that somebody else makes at their date: they are looked at, not run. */
export interface ReleaseWatch {
  /** Each outcome is told once, to whoever looked first. */
  readonly onDidSettle: Event<SettledRelease>;
  /** Finds out how they stand. Resolves to when to look again; to nothing while none waits. */
  look(): Promise<Date | undefined>;
}
