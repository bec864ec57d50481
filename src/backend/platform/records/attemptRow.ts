import * as v from "valibot";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import { releaseTriggers } from "../../../model/release/release.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { json, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import type { Sender } from "./recordsTransaction.ts";
import { attemptStates, type NewAttempt, type ReleaseAttempt } from "./releaseAttempt.ts";
import { parseSchedule } from "./scheduleRow.ts";

const idsSchema = v.array(v.string());

/** A new attempt as it is returned once it is stored. */
export function toNewAttempt(
  attempt: NewAttempt,
  attemptId: string,
  { state = "sending", requestId = "" }: Partial<Sender>,
): ReleaseAttempt {
  return { ...attempt, attemptId, requestId, state, releasedAt: undefined };
}

/** The columns of a new attempt, without the account's. */
export function attemptColumns(attempt: NewAttempt, attemptId: string, sender: Partial<Sender>) {
  const { holder = "", state = "sending", requestId = "" } = sender;
  const [plan_hash, plan_name] = planValues(attempt.plan);
  return {
    attempt_id: attemptId,
    pack_id: attempt.packId,
    pack_name: attempt.packName,
    request_id: requestId,
    schedule_id: attempt.scheduleId,
    holder,
    state,
    trigger: attempt.trigger,
    sent_at: attempt.sentAt,
    sent_by: attempt.sentBy,
    versions: JSON.stringify(attempt.versions),
    removed: JSON.stringify(attempt.removed),
    scheduled: attempt.scheduled ? JSON.stringify(attempt.scheduled) : null,
    plan_hash,
    plan_name,
  };
}

/** Reads a row of the table of attempts. @throws `DamagedRowError` */
export function toAttempt(row: Row): ReleaseAttempt {
  const scheduled = optionalText(row, "scheduled");
  return {
    attemptId: text(row, "attempt_id"),
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    requestId: text(row, "request_id"),
    scheduleId: text(row, "schedule_id"),
    state: word(row, "state", attemptStates),
    trigger: word(row, "trigger", releaseTriggers),
    sentAt: text(row, "sent_at"),
    sentBy: text(row, "sent_by"),
    versions: json(row, "versions", (text) => v.parse(componentVersionsSchema, JSON.parse(text))),
    removed: json(row, "removed", (text) => v.parse(idsSchema, JSON.parse(text))),
    ...(scheduled !== undefined && { scheduled: json(row, "scheduled", parseSchedule) }),
    ...toPlan(row),
    releasedAt: optionalText(row, "released_at"),
  };
}
