import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import type { ScheduledRelease, ScheduleState } from "../../../model/schedule/scheduledRelease.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { integer, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import type { QueuedRelease } from "../../scheduleQueue.ts";
import { cancelUnsupported } from "../releases/platformReleaseErrors.ts";

/** A scheduled release that this workspace made. */
export interface ScheduleRecord extends NewScheduleRecord {
  /** No other one has it, not even one that takes its place. */
  readonly scheduleId: string;
  /** What it was before somebody claimed it to release it, while `releasing`. */
  readonly claimedFrom?: ScheduleState;
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

/** Keeps it in place of an earlier one of the pack. Call it inside a transaction. */
export function insertRecord(connection: Connection, account: string, record: NewScheduleRecord): void {
  const { packId, packName, keeper, requestId, scheduled } = record;
  connection.run(
    `INSERT OR REPLACE INTO schedule (account, pack_id, pack_name, keeper, request_id, date, time_zone, window_start,
      window_start_ms, window_end, scheduled_by, scheduled_at, state, problem, versions, attempt_key, schedule_id,
      claimed_until_ms)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    account,
    packId,
    packName,
    keeper,
    requestId,
    scheduled.date,
    scheduled.timeZone,
    scheduled.windowStart,
    Date.parse(scheduled.windowStart),
    scheduled.windowEnd,
    scheduled.scheduledBy,
    scheduled.scheduledAt,
    scheduled.state,
    scheduled.problem ?? null,
    JSON.stringify(scheduled.versions),
    record.attemptKey ?? null,
    randomUUID(),
  );
}

/** What it is, or was before it was claimed to be released: what it is again when nothing came of that. */
export function stateBeforeClaim({ scheduled: { state }, claimedFrom }: ScheduleRecord): ScheduleState {
  return state === "releasing" ? (claimedFrom ?? "scheduled") : state;
}

/** A scheduled release from its row. */
export function toRecord(row: Row): ScheduleRecord {
  const problem = optionalText(row, "problem");
  const state = word(row, "state", states);
  const isClaimed = state === "releasing" && row["claimed_from"] !== null;
  const keeper = word(row, "keeper", ["platform", "workspace"]);
  return {
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    scheduleId: text(row, "schedule_id"),
    keeper,
    ...(isClaimed && { claimedFrom: word(row, "claimed_from", states) }),
    requestId: text(row, "request_id"),
    scheduled: {
      date: text(row, "date"),
      timeZone: text(row, "time_zone"),
      windowStart: text(row, "window_start"),
      windowEnd: text(row, "window_end"),
      state,
      scheduledBy: text(row, "scheduled_by"),
      scheduledAt: text(row, "scheduled_at"),
      ...(problem !== undefined && { problem }),
      ...(keeper === "platform" && { cannotCancel: cancelUnsupported() }),
      versions: v.parse(componentVersionsSchema, JSON.parse(text(row, "versions"))),
    },
    attemptKey: row["attempt_key"] === null ? undefined : integer(row, "attempt_key"),
  };
}

const states: readonly ScheduleState[] = ["scheduled", "releasing", "failed", "missed"];

/** As schedulers and views see it. */
export function toQueued({
  packId,
  packName,
  scheduleId,
  scheduled: { versions: _, ...schedule },
}: ScheduleRecord): QueuedRelease {
  return { packId, packName, scheduleId, schedule };
}
