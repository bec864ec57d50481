import type { ComponentVersions } from "../release/release.ts";

/** Where a scheduled release stands. `failed` and `missed` ones keep their schedule until the user decides. */
export type ScheduleState = "scheduled" | "releasing" | "failed" | "missed";

/** When a pack is to be released. */
export interface ReleaseSchedule {
  /** The local calendar date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The IANA time zone that the date was chosen in. */
  readonly timeZone: string;
  /** The first instant of the date in that zone, ISO, UTC. */
  readonly windowStart: string;
  /** One hour after `windowStart`, ISO, UTC. */
  readonly windowEnd: string;
  readonly state: ScheduleState;
  readonly scheduledBy: string;
  /** ISO instant. */
  readonly scheduledAt: string;
  /** Why it failed, when `state` is `failed`. */
  readonly problem?: string;
  /** Why it cannot be cancelled, as a sentence; left out where it can. */
  readonly cannotCancel?: string;
}

/** A release that waits for its date; one a pack at most (rule 7). */
export interface ScheduledRelease extends ReleaseSchedule {
  readonly versions: ComponentVersions;
}

/** What can happen to a scheduled release; its history is kept in these words. */
export const scheduleEventKinds = [
  "scheduled",
  "changed",
  "cancelled",
  "replaced",
  "releasing",
  "released",
  "failed",
  "missed",
] as const;

/** What happened to a scheduled release. */
export type ScheduleEventKind = (typeof scheduleEventKinds)[number];
