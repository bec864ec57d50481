import * as v from "valibot";
import { componentVersionsSchema } from "../../model/componentVersionsSchema.ts";
import type { ScheduledRelease } from "../../model/scheduledRelease.ts";
import type { Connection } from "../local/connection.ts";
import { integer, optionalText, text, type Row } from "../local/rows.ts";
import type { QueuedRelease } from "../scheduleQueue.ts";
import { oneOf } from "./attemptRows.ts";

/** A scheduled release that this workspace made. */
export interface ScheduleRecord extends NewScheduleRecord {
  /** No other one has it, not even one that takes its place. */
  readonly scheduleId: string;
}

/** One that is about to be kept. */
export interface NewScheduleRecord {
  readonly packId: string;
  readonly packName: string;
  /** Who releases it at its date. */
  readonly keeper: "platform" | "workspace";
  /** The platform's id of it; `""` where the workspace keeps it. */
  readonly requestId: string;
  readonly scheduled: ScheduledRelease;
  /** The attempt to release it that was made last. */
  readonly attemptKey?: number | undefined;
}

/** One scheduled release, by account and pack. */
export const selectOne = "SELECT * FROM schedule WHERE account = ? AND pack_id = ?";

/** Call it inside a transaction. */
export function findRecord(
  connection: Connection,
  account: string,
  packId: string,
): ScheduleRecord | undefined {
  const row = connection.get(selectOne, account, packId);
  return row && toRecord(row);
}

/** Whether it is this very scheduled release, and not one that took its place. */
export function isSame(one: ScheduleRecord | undefined, other: ScheduleRecord): boolean {
  return one?.scheduleId === other.scheduleId;
}

/** A scheduled release from its row. */
export function toRecord(row: Row): ScheduleRecord {
  const problem = optionalText(row, "problem");
  return {
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    scheduleId: text(row, "schedule_id"),
    keeper: oneOf(["platform", "workspace"], text(row, "keeper")),
    requestId: text(row, "request_id"),
    scheduled: {
      date: text(row, "date"),
      timeZone: text(row, "time_zone"),
      windowStart: text(row, "window_start"),
      windowEnd: text(row, "window_end"),
      state: oneOf(["scheduled", "releasing", "failed", "missed"], text(row, "state")),
      scheduledBy: text(row, "scheduled_by"),
      scheduledAt: text(row, "scheduled_at"),
      ...(problem !== undefined && { problem }),
      versions: v.parse(componentVersionsSchema, JSON.parse(text(row, "versions"))),
    },
    attemptKey: row["attempt_key"] === null ? undefined : integer(row, "attempt_key"),
  };
}

/** As schedulers and views see it. */
export function toQueued({
  packId,
  packName,
  scheduleId,
  scheduled: { versions: _, ...schedule },
}: ScheduleRecord): QueuedRelease {
  return { packId, packName, scheduleId, schedule };
}
