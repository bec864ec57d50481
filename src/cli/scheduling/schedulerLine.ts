import type { QueuedRelease } from "../../backend/scheduleQueue.ts";
import { IntegrationPacksError, messageForUsers, type ErrorCode } from "../../errors/errors.ts";
import type { ReleaseTrigger } from "../../model/release/release.ts";
import type { SchedulerEvent } from "../../scheduler/schedulerEvent.ts";

/**
 * What a line of the scheduler reports.
 *
 * - `started`, `stopped`: the program
 * - `released`, `failed`, `missed`, `unknown`: how a scheduled release ended; a failed or missed one stays scheduled
 * - `refused`: the platform refused this program; the release stays scheduled, for others who share the records
 * - `waiting`: an attempt failed, and nothing was released; the next attempt follows
 * - `unavailable`: the scheduled releases cannot be read; the next attempt follows
 * - `stalled`: they could not be read for an hour in which a release was or may have been due
 */
export const lineEvents = [
  "started",
  "released",
  "failed",
  "missed",
  "unknown",
  "refused",
  "waiting",
  "unavailable",
  "stalled",
  "stopped",
] as const;

/** A line of the scheduler, as JSON. */
export interface SchedulerLine {
  readonly formatVersion: 1;
  /** ISO instant. */
  readonly at: string;
  readonly event: (typeof lineEvents)[number];
  readonly packId?: string;
  readonly name?: string;
  /** The local calendar date for which it was scheduled, `yyyy-MM-dd`. */
  readonly date?: string;
  /** The IANA zone of the date. */
  readonly timeZone?: string;
  readonly releaseId?: string;
  readonly trigger?: ReleaseTrigger;
  /** Why it failed; `Unexpected` for a defect of this program or of the machine. */
  readonly code?: ErrorCode | "Unexpected";
  readonly message?: string;
}

/** A line without the time, which is added when it is written. */
export type LineContent = Omit<SchedulerLine, "formatVersion" | "at">;

/** The line of an event of the scheduler. */
export function lineOf(event: SchedulerEvent): LineContent {
  switch (event.kind) {
    case "released": {
      const { releaseId, trigger } = event.release;
      return { event: "released", ...about(event.queued), releaseId, trigger };
    }
    case "failed":
    case "refused":
      return { event: event.kind, ...about(event.queued), ...problemOf(event.error) };
    case "missed":
    case "unknown":
      return { event: event.kind, ...about(event.queued) };
    case "stalled":
      return { event: "stalled", ...problemOf(event.error) };
  }
}

/** What a line says about a scheduled release. */
export function about({ packId, packName, schedule }: QueuedRelease): Omit<LineContent, "event"> {
  const { date, timeZone, hasUncertainZone } = schedule;
  return { packId, name: packName, date, ...(hasUncertainZone ? {} : { timeZone }) };
}

/** What a line says about a problem. */
export function problemOf(error: unknown): Pick<LineContent, "code" | "message"> {
  return {
    code: error instanceof IntegrationPacksError ? error.code : "Unexpected",
    message: messageForUsers(error),
  };
}
