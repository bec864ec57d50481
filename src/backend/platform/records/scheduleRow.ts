import * as v from "valibot";
import { isErrorCode } from "../../../errors/errors.ts";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import { confirmedStateSchema, parseConfirmedState } from "../../../model/schedule/confirmedStateSchema.ts";
import { missedReleasesRules } from "../../../model/schedule/missedReleases.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { json, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import {
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleRecord,
  type StoredSchedule,
} from "./scheduleRecord.ts";

const storedStates = ["scheduled", "failed", "missed", "unknown"] as const;

/** The columns of a scheduled release, without the account's. */
export function scheduleColumns(record: NewScheduleRecord, scheduleId: string) {
  const { packId, packName, keeper, requestId, missedReleases = null, scheduled } = record;
  const [plan_hash, plan_name] = planValues(scheduled.plan);
  return {
    pack_id: packId,
    pack_name: packName,
    schedule_id: scheduleId,
    keeper,
    request_id: requestId,
    date: scheduled.date,
    time_zone: scheduled.timeZone,
    scheduled_by: scheduled.scheduledBy,
    scheduled_at: scheduled.scheduledAt,
    state: scheduled.state,
    problem: scheduled.problem ?? null,
    problem_code: scheduled.problemCode ?? null,
    versions: JSON.stringify(scheduled.versions),
    confirmed: scheduled.confirmed ? JSON.stringify(scheduled.confirmed) : null,
    plan_hash,
    plan_name,
    missed_releases: missedReleases,
  };
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

/** Reads a row of the table of scheduled releases. @throws `DamagedRowError` */
export function toSchedule(row: Row): ScheduleRecord {
  const problem = optionalText(row, "problem");
  const code = optionalText(row, "problem_code");
  const confirmed = optionalText(row, "confirmed");
  // Nothing where no rule was stored, or one that this version does not know.
  const rule = missedReleasesRules.find((known) => known === row["missed_releases"]);
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
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    keeper: word(row, "keeper", ["platform", "workspace"]),
    requestId: text(row, "request_id"),
    ...(rule && { missedReleases: rule }),
    scheduled,
  };
  return toScheduleRecord(record, text(row, "schedule_id"));
}
