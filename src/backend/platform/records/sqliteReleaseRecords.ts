import type { Event } from "../../../base/event.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduleFailure } from "../../../model/schedule/scheduledRelease.ts";
import type { ScheduledOutcome } from "../../releaseWatch.ts";
import type { Connection } from "../../sqlite/connection.ts";
import type { Database } from "../../sqlite/database.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import {
  attemptOfRequest,
  requireAttempt,
  holderOf,
  insertAttempt,
  markReleased,
  openAttempts,
  releases,
  setAttemptState,
} from "./attemptTable.ts";
import { claimHolder, deleteClaims, extendClaims, holdsClaim, writeClaim } from "./claimTable.ts";
import { addOutcome, hasOutcomes, takeOutcomes } from "./outcomeTable.ts";
import { toRelease, type NewAttempt, type ReleaseAttempt } from "./releaseAttempt.ts";
import type {
  ClaimedPack,
  RecordedRelease,
  ReleaseRecords,
  ScheduleChange,
  SendingCondition,
} from "./releaseRecords.ts";
import type { NewScheduleRecord, ScheduleRecord } from "./scheduleRecord.ts";
import {
  deleteSchedule,
  scheduleById,
  scheduleOf,
  schedules,
  toStored,
  writeSchedule,
} from "./scheduleTable.ts";
import { checkSending } from "./sendingRules.ts";

/** The records of one account in a SQLite file. */
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

  claim(packs: readonly ClaimedPack[], holder: string): Promise<void> {
    return this.#database.write((connection) => {
      const inOrder = [...packs].sort((one, other) => (one.packId < other.packId ? -1 : 1));
      for (const { packId, name } of inOrder) {
        const current = claimHolder(connection, this.#account, packId, this.#now());
        if (current !== undefined && current !== holder) throw platformReleaseErrors.underWay(name);
        writeClaim(connection, this.#account, packId, holder, this.#now());
        if (current === undefined) this.#settleStale(connection, packId);
      }
    });
  }

  endClaims(holder: string): Promise<void> {
    return this.#database.write((connection) => deleteClaims(connection, this.#account, holder));
  }

  recordSending(attempt: NewAttempt, condition: SendingCondition): Promise<ReleaseAttempt> {
    const { packId } = attempt;
    const { holder } = condition;
    return this.#database.write((connection) => {
      const open = openAttempts(connection, this.#account, packId);
      checkSending(attempt, condition, {
        holdsClaim: holdsClaim(connection, this.#account, packId, holder),
        open,
        // Only this request is under way, as the claim is held.
        scheduled: scheduleOf(connection, this.#account, packId, () => false),
        now: this.#clock(),
      });
      for (const { attemptId, state } of open) {
        if (state === "unknown") setAttemptState(connection, attemptId, "dismissed");
      }
      writeClaim(connection, this.#account, packId, holder, this.#now());
      return insertAttempt(connection, this.#account, attempt, { holder });
    });
  }

  recordAccepted(attemptId: string, requestId: string): Promise<void> {
    return this.#database.write((connection) => {
      const attempt = requireAttempt(connection, attemptId);
      if (attempt.state !== "released") setAttemptState(connection, attemptId, "accepted", requestId);
      extendClaims(connection, this.#account, holderOf(connection, attemptId), this.#now());
    });
  }

  recordNotMade(attemptId: string): Promise<void> {
    return this.#onAttempt(attemptId, (connection, attempt) => {
      if (attempt.state !== "released") setAttemptState(connection, attemptId, "notMade");
    });
  }

  recordUnknown(attemptId: string): Promise<void> {
    return this.#onAttempt(attemptId, (connection, attempt) => {
      if (attempt.state === "sending" || attempt.state === "accepted") {
        this.#markUnknown(connection, attempt);
      }
    });
  }

  recordReleased(attemptId: string, at: Date, isLookedUp: boolean): Promise<RecordedRelease> {
    return this.#onAttempt(attemptId, (connection, attempt) => {
      if (attempt.state === "released") return { release: toRelease(attempt), isNew: false };
      const record = scheduleById(connection, this.#account, attempt.scheduleId, () => false);
      if (record) deleteSchedule(connection, this.#account, record.scheduleId);
      const waiting = claimHolder(connection, this.#account, attempt.packId, this.#now());
      const isAwaited = !isLookedUp || waiting === holderOf(connection, attemptId);
      if (record && !isAwaited && attempt.trigger !== "immediate") {
        addOutcome(connection, this.#account, record, { kind: "released", attemptId });
      }
      return { release: markReleased(connection, this.#account, attempt, at), isNew: true };
    });
  }

  recordScheduled(attemptId: string, requestId: string): Promise<void> {
    return this.#onAttempt(attemptId, (connection, attempt) => {
      const { scheduled } = attempt;
      if (!scheduled) throw new TypeError("The attempt does not schedule anything.");
      setAttemptState(connection, attemptId, "scheduled", requestId);
      writeSchedule(connection, this.#account, {
        ...attempt,
        keeper: "platform",
        requestId,
        scheduled: toStored(scheduled, "scheduled"),
      });
    });
  }

  listOpenAttempts(packId?: string): Promise<ReleaseAttempt[]> {
    return this.#database.read((connection) => openAttempts(connection, this.#account, packId));
  }

  history(packId?: string): Promise<PackRelease[]> {
    return this.#database.read((connection) => releases(connection, this.#account, packId));
  }

  listSchedules(): Promise<ScheduleRecord[]> {
    return this.#database.read((connection) =>
      schedules(connection, this.#account, (packId) => this.#isUnderWay(connection, packId)),
    );
  }

  findSchedule(packId: string, holder?: string): Promise<ScheduleRecord | undefined> {
    return this.#database.read((connection) =>
      scheduleOf(connection, this.#account, packId, () => this.#isUnderWay(connection, packId, holder)),
    );
  }

  putSchedule(record: NewScheduleRecord, earlierId: string, holder: string): Promise<ScheduleRecord> {
    const { packId, packName } = record;
    return this.#database.write((connection) => {
      if (!holdsClaim(connection, this.#account, packId, holder)) {
        throw platformReleaseErrors.claimLost(packName);
      }
      const earlier = scheduleOf(connection, this.#account, packId, () => false);
      if ((earlier?.scheduleId ?? "") !== earlierId) throw platformReleaseErrors.scheduleChanged(packName);
      const scheduleId = writeSchedule(connection, this.#account, record);
      const stored = scheduleById(connection, this.#account, scheduleId, () => false);
      if (!stored) throw new TypeError("What was stored is not there.");
      return stored;
    });
  }

  changeSchedule(scheduleId: string, change: ScheduleChange): Promise<boolean> {
    return this.#onSchedule(scheduleId, (connection, record) => {
      const {
        problem: _,
        problemCode: __,
        ...kept
      } = toStored(record.scheduled, change.state ?? record.storedState);
      const failure = "failure" in change ? change.failure : failureOf(record);
      writeSchedule(
        connection,
        this.#account,
        {
          ...record,
          scheduled: {
            ...kept,
            ...(change.date !== undefined && { date: change.date }),
            ...(change.confirmed && { confirmed: change.confirmed }),
            ...failure,
          },
        },
        scheduleId,
      );
      return true;
    });
  }

  removeSchedule(scheduleId: string): Promise<boolean> {
    return this.#onSchedule(scheduleId, (connection, { packId, packName }) => {
      if (this.#isUnderWay(connection, packId)) throw platformReleaseErrors.underWay(packName);
      deleteSchedule(connection, this.#account, scheduleId);
      return true;
    });
  }

  removePack(packId: string): Promise<void> {
    return this.#database.write((connection) => {
      const record = scheduleOf(connection, this.#account, packId, () => false);
      if (record) deleteSchedule(connection, this.#account, record.scheduleId);
    });
  }

  async finishSchedule(scheduleId: string, at: Date): Promise<PackRelease | undefined> {
    const finished = await this.#onSchedule(scheduleId, (connection, record) => {
      const { packId, packName, requestId, scheduled } = record;
      if (this.#isUnderWay(connection, packId)) return false;
      deleteSchedule(connection, this.#account, scheduleId);
      // One that was released by hand keeps its id at the platform: its attempt is the release.
      const byHand = attemptOfRequest(connection, this.#account, packId, requestId);
      if (byHand?.state === "released") return false;
      const attempt =
        byHand ??
        insertAttempt(
          connection,
          this.#account,
          {
            packId,
            packName,
            scheduleId,
            trigger: "scheduled",
            sentAt: scheduled.scheduledAt,
            sentBy: scheduled.scheduledBy,
            versions: scheduled.versions,
            removed: [],
          },
          { state: "accepted", requestId },
        );
      const release = markReleased(connection, this.#account, attempt, at);
      const { attemptId } = attempt;
      if (!byHand) addOutcome(connection, this.#account, record, { kind: "released", attemptId });
      return { release };
    });
    return finished === false ? undefined : finished.release;
  }

  takeBackSchedule(
    scheduleId: string,
    state: "failed" | "unknown",
    failure: ScheduleFailure,
  ): Promise<boolean> {
    return this.#onSchedule(scheduleId, (connection, record) => {
      const { packId, requestId } = record;
      if (record.keeper !== "platform" || this.#isUnderWay(connection, packId)) return false;
      writeSchedule(
        connection,
        this.#account,
        {
          ...record,
          keeper: "workspace",
          requestId: "",
          scheduled: { ...toStored(record.scheduled, state), ...failure },
        },
        scheduleId,
      );
      // The failure of one that was released by hand was reported then.
      if (attemptOfRequest(connection, this.#account, packId, requestId)) return true;
      addOutcome(
        connection,
        this.#account,
        record,
        state === "unknown"
          ? { kind: "unknown" }
          : { kind: "failed", code: failure.problemCode ?? "InvalidRequest", problem: failure.problem },
      );
      return true;
    });
  }

  async takeOutcomes(): Promise<ScheduledOutcome[]> {
    const isEmpty = await this.#database.read((connection) => !hasOutcomes(connection, this.#account));
    return isEmpty ? [] : this.#database.write((connection) => takeOutcomes(connection, this.#account));
  }

  isUnderWay(packId: string): Promise<boolean> {
    return this.#database.read((connection) => this.#isUnderWay(connection, packId));
  }

  dispose(): void {
    this.#database.dispose();
  }

  #now(): number {
    return this.#clock().getTime();
  }

  /** A claim of the `holder` does not count. */
  #isUnderWay(connection: Connection, packId: string, holder?: string): boolean {
    const claimedBy = claimHolder(connection, this.#account, packId, this.#now());
    return (
      (claimedBy !== undefined && claimedBy !== holder) ||
      openAttempts(connection, this.#account, packId).some(({ state }) => state === "accepted")
    );
  }

  /** The senders of the pack's attempts lost their claim: nobody waits for the answers. */
  #settleStale(connection: Connection, packId: string): void {
    for (const attempt of openAttempts(connection, this.#account, packId)) {
      if (attempt.state === "sending") this.#markUnknown(connection, attempt);
    }
  }

  #markUnknown(connection: Connection, attempt: ReleaseAttempt): void {
    const { attemptId, scheduled } = attempt;
    if (!scheduled) {
      setAttemptState(connection, attemptId, "unknown");
      return;
    }
    // What is known of it from now on is the scheduled release, so nothing waits for the attempt.
    setAttemptState(connection, attemptId, "dismissed");
    const { message: problem, code: problemCode } = platformReleaseErrors.scheduleUnknown(
      attempt.packName,
      "",
    );
    writeSchedule(connection, this.#account, {
      ...attempt,
      keeper: "platform",
      scheduled: { ...toStored(scheduled, "unknown"), problem, problemCode },
    });
  }

  /** Records an outcome of the attempt, with which its claim ends. */
  #onAttempt<T>(
    attemptId: string,
    record: (connection: Connection, attempt: ReleaseAttempt) => T,
  ): Promise<T> {
    return this.#database.write((connection) => {
      const attempt = requireAttempt(connection, attemptId);
      const result = record(connection, attempt);
      deleteClaims(connection, this.#account, holderOf(connection, attemptId));
      return result;
    });
  }

  #onSchedule<T>(
    scheduleId: string,
    work: (connection: Connection, record: ScheduleRecord) => T,
  ): Promise<T | false> {
    return this.#database.write((connection) => {
      const record = scheduleById(connection, this.#account, scheduleId, () => false);
      return record ? work(connection, record) : false;
    });
  }
}

function failureOf({ scheduled: { problem, problemCode } }: ScheduleRecord): Partial<ScheduleFailure> {
  return {
    ...(problem !== undefined && { problem }),
    ...(problemCode !== undefined && { problemCode }),
  };
}
