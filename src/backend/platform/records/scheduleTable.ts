import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import { isErrorCode } from "../../../errors/errors.ts";
import { confirmedStateSchema, parseConfirmedState } from "../../../model/schedule/confirmedStateSchema.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { json, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import {
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleRecord,
  type StoredSchedule,
} from "./scheduleRecord.ts";

// The table of scheduled releases. Call every function inside a transaction.

const storedStates = ["scheduled", "failed", "missed", "unknown"] as const;

/** Whether a request for the pack is under way. */
type IsReleasing = (packId: string) => boolean;

export function scheduleOf(
  { connection, account }: RecordsTransaction,
  packId: string,
  isReleasing: IsReleasing,
): ScheduleRecord | undefined {
  const row = connection.get(
    "SELECT * FROM scheduled_release WHERE account = ? AND pack_id = ?",
    account,
    packId,
  );
  return row && toRecord(row, isReleasing);
}

export function scheduleById(
  { connection, account }: RecordsTransaction,
  scheduleId: string,
  isReleasing: IsReleasing,
): ScheduleRecord | undefined {
  const row = connection.get(
    "SELECT * FROM scheduled_release WHERE account = ? AND schedule_id = ?",
    account,
    scheduleId,
  );
  return row && toRecord(row, isReleasing);
}

/** The first window first. */
export function schedules(
  { connection, account }: RecordsTransaction,
  isReleasing: IsReleasing,
): ScheduleRecord[] {
  return connection
    .all("SELECT * FROM scheduled_release WHERE account = ? ORDER BY pack_name, pack_id", account)
    .map((row) => toRecord(row, isReleasing))
    .sort((one, other) => Date.parse(one.scheduled.windowStart) - Date.parse(other.scheduled.windowStart));
}

/** Stores it in place of an earlier one of the pack; returns its new id. */
export function writeSchedule(
  { connection, account }: RecordsTransaction,
  record: NewScheduleRecord,
  scheduleId: string = randomUUID(),
): string {
  const { packId, packName, keeper, requestId, scheduled } = record;
  connection.run(
    `INSERT OR REPLACE INTO scheduled_release (account, pack_id, pack_name, schedule_id, keeper, request_id, date, time_zone,
      scheduled_by, scheduled_at, state, problem, problem_code, versions, confirmed, plan_hash, plan_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    account,
    packId,
    packName,
    scheduleId,
    keeper,
    requestId,
    scheduled.date,
    scheduled.timeZone,
    scheduled.scheduledBy,
    scheduled.scheduledAt,
    scheduled.state,
    scheduled.problem ?? null,
    scheduled.problemCode ?? null,
    JSON.stringify(scheduled.versions),
    scheduled.confirmed ? JSON.stringify(scheduled.confirmed) : null,
    ...planValues(scheduled.plan),
  );
  return scheduleId;
}

export function deleteSchedule({ connection, account }: RecordsTransaction, scheduleId: string): void {
  connection.run("DELETE FROM scheduled_release WHERE account = ? AND schedule_id = ?", account, scheduleId);
}

/** What is stored of a scheduled release, without what is derived from it. */
export function toStored(scheduled: ScheduledRelease, state: StoredSchedule["state"]): StoredSchedule {
  const { windowStart: _, windowEnd: __, cannotCancel: ___, differences: ____, ...stored } = scheduled;
  return { ...stored, state };
}

const scheduleSchema = v.object({
  date: v.string(),
  timeZone: v.string(),
  windowStart: v.string(),
  windowEnd: v.string(),
  state: v.picklist([...storedStates, "releasing"]),
  scheduledBy: v.string(),
  scheduledAt: v.string(),
  versions: componentVersionsSchema,
  confirmed: v.optional(confirmedStateSchema),
});

/** A scheduled release that an attempt was to hand over, as `insertAttempt` stored it. */
export function parseSchedule(text: string): ScheduledRelease {
  const { confirmed, ...scheduled } = v.parse(scheduleSchema, JSON.parse(text));
  return { ...scheduled, ...(confirmed && { confirmed }) };
}

function toRecord(row: Row, isReleasing: IsReleasing): ScheduleRecord {
  const problem = optionalText(row, "problem");
  const code = optionalText(row, "problem_code");
  const confirmed = optionalText(row, "confirmed");
  const packId = text(row, "pack_id");
  const scheduled: StoredSchedule = {
    date: text(row, "date"),
    timeZone: text(row, "time_zone"),
    state: word(row, "state", storedStates),
    scheduledBy: text(row, "scheduled_by"),
    scheduledAt: text(row, "scheduled_at"),
    ...(problem !== undefined && { problem }),
    ...(code !== undefined && isErrorCode(code) && { problemCode: code }),
    versions: json(row, "versions", (text) => v.parse(componentVersionsSchema, JSON.parse(text))),
    ...(confirmed !== undefined && { confirmed: json(row, "confirmed", parseConfirmedState) }),
    ...toPlan(row),
  };
  const record: NewScheduleRecord = {
    packId,
    packName: text(row, "pack_name"),
    keeper: word(row, "keeper", ["platform", "workspace"]),
    requestId: text(row, "request_id"),
    scheduled,
  };
  return toScheduleRecord(record, text(row, "schedule_id"), isReleasing(packId));
}
