import type { ReleaseSchedule } from "../schedule/scheduledRelease.ts";

/** When a pack is to be released, as JSON for programs. */
export interface ScheduleReport extends Pick<
  ReleaseSchedule,
  | "date"
  | "timeZone"
  | "windowStart"
  | "windowEnd"
  | "state"
  | "scheduledBy"
  | "problem"
  | "problemCode"
  | "plan"
> {
  /** How the pack differs from the confirmed state (rule 12), as sentences; left out where it does not. */
  readonly differences?: readonly string[];
}

// Each key is written out: a field that the model gets is not published by accident.

/** The report of a schedule. */
export function scheduleReport(schedule: ReleaseSchedule): ScheduleReport {
  const { problem, problemCode, plan, differences } = schedule;
  return {
    date: schedule.date,
    timeZone: schedule.timeZone,
    windowStart: schedule.windowStart,
    windowEnd: schedule.windowEnd,
    state: schedule.state,
    scheduledBy: schedule.scheduledBy,
    ...(problem !== undefined && { problem }),
    ...(problemCode !== undefined && { problemCode }),
    ...(differences !== undefined && { differences }),
    ...(plan && { plan }),
  };
}
