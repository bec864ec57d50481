import type { ComponentVersions } from "../release/release.ts";

/** The state of a scheduled release. `failed` and `missed` ones stay scheduled until a person decides. */
export type ScheduleState = "scheduled" | "releasing" | "failed" | "missed";

/** When a pack is to be released. */
export interface ReleaseSchedule {
  /** The local calendar date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The IANA time zone of the date. */
  readonly timeZone: string;
  /** The first instant of the date in that zone, ISO, UTC. */
  readonly windowStart: string;
  /** One hour after `windowStart`, ISO, UTC. */
  readonly windowEnd: string;
  readonly state: ScheduleState;
  readonly scheduledBy: string;
  /** ISO instant. */
  readonly scheduledAt: string;
  /** Why it failed, as a sentence, when `state` is `failed`. */
  readonly problem?: string;
  /** Why it cannot be cancelled, as a sentence. Left out where it can be. */
  readonly cannotCancel?: string;
}

/** A release that waits for its date, with its versions. A pack has at most one (rule 7). */
export interface ScheduledRelease extends ReleaseSchedule {
  readonly versions: ComponentVersions;
}

/** What can happen to a scheduled release. Stores and snapshots contain these words. */
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
