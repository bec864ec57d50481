import type { Event } from "../../../../base/event.ts";
import type { ScheduleFailure } from "../../../../model/schedule/scheduledRelease.ts";
import type { Connection } from "../../../sqlite/connection.ts";
import type { Database } from "../../../sqlite/database.ts";
import * as operations from "../recordsOperations.ts";
import type { RecordsTransaction } from "../recordsTransaction.ts";
import type { NewAttempt } from "../releaseAttempt.ts";
import type { ClaimedPack, ReleaseRecords, ScheduleChange, SendingCondition } from "../releaseRecords.ts";
import type { NewScheduleRecord } from "../scheduleRecord.ts";
import type { TimedTables } from "./accountTables.ts";
import { hasReleased, latestReleases, openAttempts, planAttempts, releases } from "./attemptTable.ts";
import { deleteClaims } from "./claimTable.ts";
import { hasOutcomes, takeOutcomes } from "./outcomeTable.ts";
import { schedules } from "./scheduleTable.ts";
import { SqliteTransaction } from "./sqliteTransaction.ts";

/** Reads or changes the records in one transaction. */
type Work<T> = (records: RecordsTransaction, tables: TimedTables) => T;

/** The records of one account in a SQLite file: each operation is one transaction. */
export class SqliteReleaseRecords implements ReleaseRecords {
  readonly onDidChange: Event<void>;
  readonly #database: Database;
  readonly #account: string;
  readonly #clock: () => Date;

  /** `clock` says when claims expire. The records own the database and close it. */
  constructor(database: Database, account: string, clock: () => Date) {
    this.#database = database;
    this.#account = account;
    this.#clock = clock;
    this.onDidChange = database.onDidChange;
  }

  claim(packs: readonly ClaimedPack[], holder: string) {
    return this.#write((records) => operations.claimPacks(records, packs, holder));
  }

  endClaims(holder: string) {
    return this.#write((_, tables) => deleteClaims(tables, holder));
  }

  isUnderWay(packId: string) {
    return this.#read((records) => operations.isUnderWay(records, packId));
  }

  recordSending(attempt: NewAttempt, condition: SendingCondition) {
    return this.#write((records) => operations.recordSending(records, attempt, condition));
  }

  recordAccepted(attemptId: string, requestId: string) {
    return this.#write((records) => operations.recordAccepted(records, attemptId, requestId));
  }

  recordNotMade(attemptId: string) {
    return this.#write((records) => operations.recordNotMade(records, attemptId));
  }

  recordUnknown(attemptId: string) {
    return this.#write((records) => operations.recordUnknown(records, attemptId));
  }

  recordReleased(attemptId: string, at: Date, isLookedUp: boolean) {
    return this.#write((records) => operations.recordReleased(records, attemptId, at, isLookedUp));
  }

  recordScheduled(attemptId: string, requestId: string) {
    return this.#write((records) => operations.recordScheduled(records, attemptId, requestId));
  }

  listOpenAttempts(packId?: string) {
    return this.#read((_, tables) => openAttempts(tables, packId));
  }

  listPlanAttempts(planHash: string) {
    return this.#read((_, tables) => planAttempts(tables, planHash));
  }

  history(packId?: string) {
    return this.#read((_, tables) => releases(tables, packId));
  }

  latestReleases() {
    return this.#read((_, tables) => latestReleases(tables));
  }

  hasReleased(packId: string) {
    return this.#read((_, tables) => hasReleased(tables, packId));
  }

  listSchedules() {
    return this.#read((records, tables) =>
      schedules(tables).map((record) => operations.showReleasing(records, record)),
    );
  }

  findSchedule(packId: string, holder?: string) {
    return this.#read((records) => operations.findSchedule(records, packId, holder));
  }

  putSchedule(record: NewScheduleRecord, earlierId: string, holder: string) {
    return this.#write((records) => operations.putSchedule(records, record, earlierId, holder));
  }

  changeSchedule(scheduleId: string, change: ScheduleChange) {
    return this.#write((records) => operations.changeSchedule(records, scheduleId, change));
  }

  removeSchedule(scheduleId: string) {
    return this.#write((records) => operations.removeSchedule(records, scheduleId));
  }

  removePack(packId: string) {
    return this.#write((records) => operations.removePack(records, packId));
  }

  finishSchedule(scheduleId: string, at: Date, holder?: string) {
    return this.#write((records) => operations.finishSchedule(records, scheduleId, at, holder));
  }

  takeBackSchedule(
    scheduleId: string,
    state: "failed" | "unknown",
    failure: ScheduleFailure,
    holder?: string,
  ) {
    return this.#write((records) => operations.takeBackSchedule(records, scheduleId, state, failure, holder));
  }

  async takeOutcomes() {
    // Reading first keeps the records unlocked while there are none, which is nearly always.
    return (await this.#read((_, tables) => hasOutcomes(tables)))
      ? this.#write((_, tables) => takeOutcomes(tables))
      : [];
  }

  dispose(): void {
    this.#database.dispose();
  }

  #read<T>(query: Work<T>): Promise<T> {
    return this.#database.read((connection) => this.#run(query, connection));
  }

  #write<T>(change: Work<T>): Promise<T> {
    return this.#database.write((connection) => this.#run(change, connection));
  }

  #run<T>(work: Work<T>, connection: Connection): T {
    const tables = { connection, account: this.#account, now: this.#clock() };
    return work(new SqliteTransaction(tables), tables);
  }
}
