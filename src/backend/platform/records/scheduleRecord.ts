import { messageForUsers } from "../../../errors/errors.ts";
import type { MissedReleases } from "../../../model/schedule/missedReleases.ts";
import { releaseWindow, uncertainWindow, type ReleaseWindow } from "../../../model/schedule/releaseWindow.ts";
import { isTimeZone } from "../../../model/schedule/timeZone.ts";
import {
  scheduleOf,
  type ScheduledRelease,
  type ScheduleState,
} from "../../../model/schedule/scheduledRelease.ts";
import type { QueuedRelease } from "../../scheduleQueue.ts";
import { cancelUnsupported } from "../platformReleaseErrors.ts";

/** Who runs a scheduled release at its date. */
export type ScheduleKeeper = "platform" | "workspace";

/** A scheduled release as it is about to be stored: the window is derived from date and zone whenever it is read. */
export interface NewScheduleRecord {
  readonly packId: string;
  readonly packName: string;
  readonly keeper: ScheduleKeeper;
  /** The platform's id of it; `""` where the workspace keeps it, or the id is not known. */
  readonly requestId: string;
  /** What to do once its window has passed, as was set where it was scheduled; left out where no rule was stored. */
  readonly missedReleases?: MissedReleases;
  readonly scheduled: StoredSchedule;
}

/** What is stored of a scheduled release. */
export type StoredSchedule = Omit<
  ScheduledRelease,
  "windowStart" | "windowEnd" | "hasUncertainZone" | "cannotCancel" | "differences" | "state"
> & {
  readonly state: Exclude<ScheduleState, "releasing">;
};

/** A scheduled release of the workspace's records. */
export interface ScheduleRecord extends Omit<NewScheduleRecord, "scheduled"> {
  /** Unique: one that takes its place has another. */
  readonly scheduleId: string;
  /** Its state is `releasing` while a request for the pack is claimed, sent or accepted. */
  readonly scheduled: ScheduledRelease;
  /** What its state is when nothing is under way. */
  readonly storedState: StoredSchedule["state"];
}

/** The record of a stored schedule, while no request for its pack is under way. */
export function toScheduleRecord(
  { scheduled: stored, ...record }: NewScheduleRecord,
  scheduleId: string,
): ScheduleRecord {
  const { window, fault } = windowOf(stored, record.keeper);
  const isRunnable = fault === undefined || stored.state !== "scheduled";
  const known = isRunnable ? stored : { ...stored, state: "failed" as const, problem: fault };
  return {
    ...record,
    scheduleId,
    storedState: known.state,
    scheduled: {
      ...known,
      windowStart: window.start.toISOString(),
      windowEnd: window.end.toISOString(),
      ...(record.keeper === "platform" && { hasUncertainZone: true as const }),
      ...(record.keeper === "platform" &&
        known.state === "scheduled" && { cannotCancel: cancelUnsupported() }),
    },
  };
}

/** Compares scheduled releases: the first window first, then by the names and ids of their packs. */
export function byWindow(one: ScheduleRecord, other: ScheduleRecord): number {
  const difference = Date.parse(one.scheduled.windowStart) - Date.parse(other.scheduled.windowStart);
  return difference || compare(one.packName, other.packName) || compare(one.packId, other.packId);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** As schedulers and views see it. */
export function toQueued({ packId, packName, scheduleId, scheduled }: ScheduleRecord): QueuedRelease {
  return { packId, packName, scheduleId, schedule: scheduleOf(scheduled) };
}

/** When the date begins in the zone that it was chosen in: the platform most likely runs the release then. */
export function likelyStart({ scheduled: { date, timeZone, windowStart } }: ScheduleRecord): Date {
  return isTimeZone(timeZone) ? releaseWindow(date, timeZone).start : new Date(windowStart);
}

/** A zone that another machine knew and this one does not must not hide the other records. */
function windowOf(
  { date, timeZone }: StoredSchedule,
  keeper: ScheduleKeeper,
): { readonly window: ReleaseWindow; readonly fault?: string } {
  if (keeper === "platform") return { window: uncertainWindow(date) };
  try {
    return { window: releaseWindow(date, timeZone) };
  } catch (error) {
    return { window: uncertainWindow(date), fault: messageForUsers(error) };
  }
}
