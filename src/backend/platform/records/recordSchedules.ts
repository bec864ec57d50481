import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduleFailure } from "../../../model/schedule/scheduledRelease.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import { isUnderWay } from "./claiming.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import type { ScheduleChange } from "./releaseRecords.ts";
import { toScheduleRecord, type NewScheduleRecord, type ScheduleRecord } from "./scheduleRecord.ts";
import { toStored } from "./scheduleRow.ts";

// The operations of `ReleaseRecords` on scheduled releases.

export function findSchedule(
  transaction: RecordsTransaction,
  packId: string,
  holder?: string,
): ScheduleRecord | undefined {
  const record = transaction.scheduleOf(packId);
  return record && showReleasing(transaction, record, holder);
}

/** The record with the state `releasing` while a request for its pack is under way. A claim of the `holder` does not make one. */
export function showReleasing(
  transaction: RecordsTransaction,
  record: ScheduleRecord,
  holder?: string,
): ScheduleRecord {
  if (!isUnderWay(transaction, record.packId, holder)) return record;
  return { ...record, scheduled: { ...record.scheduled, state: "releasing" } };
}

export function putSchedule(
  transaction: RecordsTransaction,
  record: NewScheduleRecord,
  earlierId: string,
  holder: string,
): ScheduleRecord {
  const { packId, packName } = record;
  if (!transaction.holdsClaim(packId, holder)) throw platformReleaseErrors.claimLost(packName);
  const earlier = transaction.scheduleOf(packId);
  if ((earlier?.scheduleId ?? "") !== earlierId) throw platformReleaseErrors.scheduleChanged(packName);
  const stored = toScheduleRecord(record, crypto.randomUUID());
  transaction.writeSchedule(record, stored.scheduleId);
  // The schedule is forgotten when it is cancelled, and what was scheduled under a plan must not be (rule 17).
  if (record.scheduled.plan) {
    transaction.insertAttempt(attemptOf(stored), crypto.randomUUID(), { state: "scheduled" });
  }
  return stored;
}

export function changeSchedule(
  transaction: RecordsTransaction,
  scheduleId: string,
  change: ScheduleChange,
): boolean {
  const record = transaction.scheduleById(scheduleId);
  if (!record) return false;
  const state = change.state ?? record.storedState;
  const { problem: _, problemCode: __, ...schedule } = toStored(record.scheduled, state);
  const scheduled = {
    ...schedule,
    ...(change.date !== undefined && { date: change.date }),
    ...(change.confirmed && { confirmed: change.confirmed }),
    ...("failure" in change ? change.failure : failureOf(record)),
  };
  transaction.writeSchedule({ ...record, scheduled }, scheduleId);
  return true;
}

export function removeSchedule(transaction: RecordsTransaction, scheduleId: string): boolean {
  const record = transaction.scheduleById(scheduleId);
  if (!record) return false;
  if (isUnderWay(transaction, record.packId)) throw platformReleaseErrors.underWay(record.packName);
  transaction.deleteSchedule(scheduleId);
  return true;
}

export function removePack(transaction: RecordsTransaction, packId: string): void {
  const record = transaction.scheduleOf(packId);
  if (record) transaction.deleteSchedule(record.scheduleId);
}

export function finishSchedule(
  transaction: RecordsTransaction,
  scheduleId: string,
  at: Date,
  holder?: string,
): PackRelease | undefined {
  const record = transaction.scheduleById(scheduleId);
  if (!record || isUnderWay(transaction, record.packId, holder)) return undefined;
  transaction.deleteSchedule(scheduleId);
  // One that was released by hand keeps its id at the platform: its attempt is the release.
  const byHand = transaction.attemptOfRequest(record.packId, record.requestId);
  if (byHand?.state === "released") return undefined;
  if (byHand) return transaction.markReleased(byHand, at);
  const attempt = transaction.insertAttempt(attemptOf(record), crypto.randomUUID(), {
    state: "accepted",
    requestId: record.requestId,
  });
  transaction.addOutcome(record, { kind: "released", attemptId: attempt.attemptId });
  return transaction.markReleased(attempt, at);
}

export function takeBackSchedule(
  transaction: RecordsTransaction,
  scheduleId: string,
  state: "failed" | "unknown",
  failure: ScheduleFailure,
  holder?: string,
): boolean {
  const record = transaction.scheduleById(scheduleId);
  if (record?.keeper !== "platform" || isUnderWay(transaction, record.packId, holder)) return false;
  const scheduled = { ...toStored(record.scheduled, state), ...failure };
  transaction.writeSchedule({ ...record, keeper: "workspace", requestId: "", scheduled }, scheduleId);
  // The failure of one that was released by hand was reported then.
  if (transaction.attemptOfRequest(record.packId, record.requestId)) return true;
  transaction.addOutcome(
    record,
    state === "unknown"
      ? { kind: "unknown" }
      : { kind: "failed", code: failure.problemCode ?? "InvalidRequest", problem: failure.problem },
  );
  return true;
}

/** The attempt of a scheduled release that the platform ran. */
function attemptOf({ packId, packName, scheduleId, scheduled }: ScheduleRecord) {
  return {
    packId,
    packName,
    scheduleId,
    trigger: "scheduled",
    sentAt: scheduled.scheduledAt,
    sentBy: scheduled.scheduledBy,
    versions: scheduled.versions,
    removed: [],
    ...(scheduled.plan && { plan: scheduled.plan }),
  } as const;
}

function failureOf({ scheduled: { problem, problemCode } }: ScheduleRecord): Partial<ScheduleFailure> {
  return {
    ...(problem !== undefined && { problem }),
    ...(problemCode !== undefined && { problemCode }),
  };
}
