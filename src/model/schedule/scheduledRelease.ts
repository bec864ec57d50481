import type { ErrorCode } from "../../errors/errors.ts";
import type { PlanReference } from "../plan/planReference.ts";
import type { ComponentVersions } from "../release/release.ts";

/**
 * Where a scheduled release stands. A `failed` or `missed` one keeps its schedule until the user decides. `unknown`: it was
 * handed over to the platform, and whether it still waits there is not known.
 */
export type ScheduleState = "scheduled" | "releasing" | "failed" | "missed" | "unknown";

/** Why a scheduled release failed. */
export interface ScheduleFailure {
  /** A sentence for users. */
  readonly problem: string;
  /** `Conflict`: the pack differs from the confirmed state, so nothing was sent (rule 12). */
  readonly problemCode?: ErrorCode;
}

/** When a pack is to be released. */
export interface ReleaseSchedule extends Partial<ScheduleFailure> {
  /** The local calendar date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The IANA time zone that the date was chosen in. */
  readonly timeZone: string;
  /** Nobody knows in which zone the date begins: the window spans all that may count. Left out where `timeZone` counts. */
  readonly hasUncertainZone?: true;
  /** The first instant of the window, ISO, UTC: that of the date in the zone, or in the earliest of the zones that may count. */
  readonly windowStart: string;
  /** The end of the window, ISO, UTC: an hour after the date begins, in the latest of the zones that may count. */
  readonly windowEnd: string;
  readonly state: ScheduleState;
  readonly scheduledBy: string;
  /** ISO instant. */
  readonly scheduledAt: string;
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: PlanReference;
  /** How the pack differs from the confirmed state (rule 12), as sentences; left out where it does not. */
  readonly differences?: readonly string[];
  /** Why it cannot be cancelled, as a sentence; left out where it can. */
  readonly cannotCancel?: string;
}

/** One component of a pack as it stood when a person confirmed a release. */
export interface ConfirmedComponent {
  readonly componentId: string;
  /** `''` before the first release. */
  readonly currentVersion: string;
  /** Whether it was marked Deleted in Pending. */
  readonly deleted: boolean;
}

/** The part of a pack's state that a release which runs later depends on (rule 12), sorted by component id. */
export type ConfirmedState = readonly ConfirmedComponent[];

/** A release that waits for its date, with its versions. A pack has at most one (rule 7). */
export interface ScheduledRelease extends ReleaseSchedule {
  readonly versions: ComponentVersions;
  /** The state of the pack that was confirmed with it (rule 12); left out where an earlier format did not store it. */
  readonly confirmed?: ConfirmedState;
}

/** Whether the release was not sent because its pack differs from what was confirmed (rule 12). Only a person can go on. */
export function isStoppedByConflict({
  state,
  problemCode,
}: Pick<ReleaseSchedule, "state" | "problemCode">): boolean {
  return state === "failed" && problemCode === "Conflict";
}

/** The schedule of a scheduled release, without what it releases. */
export function scheduleOf({ versions: _, confirmed: __, ...schedule }: ScheduledRelease): ReleaseSchedule {
  return schedule;
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
