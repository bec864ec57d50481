import type { RecordsTransaction, Sender } from "../recordsTransaction.ts";
import { toNewAttempt } from "../attemptRow.ts";
import type { AttemptState, NewAttempt, ReleaseAttempt } from "../releaseAttempt.ts";
import type { NewScheduleRecord, ScheduleRecord } from "../scheduleRecord.ts";
import type { StoredEnd } from "../storedOutcome.ts";
import type { TimedTables } from "./accountTables.ts";
import * as attempts from "./attemptTable.ts";
import * as claims from "./claimTable.ts";
import { addOutcome } from "./outcomeTable.ts";
import * as schedules from "./scheduleTable.ts";

/** A transaction on the records of one account in a SQLite file. Each method runs its statements at once. */
export class SqliteTransaction implements RecordsTransaction {
  readonly now: Date;
  readonly #tables: TimedTables;

  constructor(tables: TimedTables) {
    this.#tables = tables;
    this.now = tables.now;
  }

  claimHolder(packId: string) {
    return claims.claimHolder(this.#tables, packId);
  }

  holdsClaim(packId: string, holder: string) {
    return claims.holdsClaim(this.#tables, packId, holder);
  }

  writeClaim(packId: string, holder: string) {
    claims.writeClaim(this.#tables, packId, holder);
  }

  renewClaims(holder: string) {
    claims.renewClaims(this.#tables, holder);
  }

  extendClaims(holder: string) {
    claims.extendClaims(this.#tables, holder);
  }

  deleteClaim(packId: string, holder: string) {
    claims.deleteClaim(this.#tables, packId, holder);
  }

  insertAttempt(attempt: NewAttempt, attemptId: string, sender: Partial<Sender>) {
    attempts.insertAttempt(this.#tables, attempt, attemptId, sender);
    return toNewAttempt(attempt, attemptId, sender);
  }

  findAttempt(attemptId: string) {
    return attempts.findAttempt(this.#tables, attemptId);
  }

  openAttempts(packId: string) {
    return attempts.openAttempts(this.#tables, packId);
  }

  attemptOfRequest(packId: string, requestId: string) {
    return attempts.attemptOfRequest(this.#tables, packId, requestId);
  }

  holderOf(attemptId: string) {
    return attempts.holderOf(this.#tables, attemptId);
  }

  setAttemptState(attemptId: string, state: AttemptState, requestId?: string) {
    attempts.setAttemptState(this.#tables, attemptId, state, requestId);
  }

  markReleased(attempt: ReleaseAttempt, at: Date) {
    return attempts.markReleased(this.#tables, attempt, at);
  }

  scheduleOf(packId: string) {
    return schedules.scheduleOf(this.#tables, packId);
  }

  scheduleById(scheduleId: string) {
    return schedules.scheduleById(this.#tables, scheduleId);
  }

  writeSchedule(record: NewScheduleRecord, scheduleId: string) {
    schedules.writeSchedule(this.#tables, record, scheduleId);
  }

  deleteSchedule(scheduleId: string) {
    schedules.deleteSchedule(this.#tables, scheduleId);
  }

  addOutcome(record: ScheduleRecord, end: StoredEnd) {
    addOutcome(this.#tables, record, end);
  }
}
