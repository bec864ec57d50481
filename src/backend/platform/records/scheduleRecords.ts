import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduleState } from "../../../model/schedule/scheduledRelease.ts";
import type { Connection } from "../../sqlite/connection.ts";
import type { Database } from "../../sqlite/database.ts";
import { integer } from "../../sqlite/rows.ts";
import { attemptsBeside, insertAttempt, isUnderWay, markReleased } from "./attemptRows.ts";
import {
  findRecord,
  insertRecord,
  isSame,
  selectOne,
  stateBeforeClaim,
  toRecord,
  type NewScheduleRecord,
  type ScheduleRecord,
} from "./scheduleRows.ts";

/** The scheduled releases that this workspace made in one account. */
export class ScheduleRecords {
  readonly #database: Pick<Database, "read" | "write">;
  readonly #account: string;

  constructor(database: Pick<Database, "read" | "write">, account: string) {
    this.#database = database;
    this.#account = account;
  }

  list(): Promise<ScheduleRecord[]> {
    return this.#database.read((connection) =>
      connection
        .all("SELECT * FROM schedule WHERE account = ? ORDER BY window_start_ms, pack_name", this.#account)
        .map(toRecord),
    );
  }

  find(packId: string): Promise<ScheduleRecord | undefined> {
    return this.#database.read((connection) => findRecord(connection, this.#account, packId));
  }

  /** Keeps it in place of an earlier one of the pack. */
  put(record: NewScheduleRecord): Promise<void> {
    return this.#database.write((connection) => insertRecord(connection, this.#account, record));
  }

  /** Keeps it in place of that very one; `false` when that was ended or changed. */
  replace(earlier: ScheduleRecord, record: NewScheduleRecord): Promise<boolean> {
    return this.#database.write((connection) => {
      const found = findRecord(connection, this.#account, earlier.packId);
      if (found?.keeper !== earlier.keeper || !isSame(found, earlier)) return false;
      insertRecord(connection, this.#account, record);
      return true;
    });
  }

  /** Changes the state, as long as it is still the same scheduled release; tells whether it was. */
  setState(record: ScheduleRecord, state: ScheduleState, problem?: string): Promise<boolean> {
    return this.#database.write((connection) => {
      if (!isSame(findRecord(connection, this.#account, record.packId), record)) return false;
      connection.run(
        "UPDATE schedule SET state = ?, problem = ?, claimed_until_ms = 0 WHERE account = ? AND pack_id = ?",
        state,
        problem ?? null,
        this.#account,
        record.packId,
      );
      return true;
    });
  }

  /**
   * Makes one that the platform kept a failed one of the workspace. `known`: it was ended or taken back already, or it was
   * released by hand, and the failure of that was told.
   */
  takeBack(record: ScheduleRecord, problem: string, now: Date): Promise<"taken" | "known" | "underWay"> {
    const { packId, requestId } = record;
    return this.#database.write((connection) => {
      const found = findRecord(connection, this.#account, packId);
      if (found?.keeper !== "platform" || !isSame(found, record)) return "known";
      const beside = attemptsBeside(connection, this.#account, packId, requestId);
      if (beside.some((attempt) => isUnderWay(attempt, now.getTime()))) return "underWay";
      connection.run(
        `UPDATE schedule SET keeper = 'workspace', state = 'failed', problem = ?, request_id = '', claimed_until_ms = 0
        WHERE account = ? AND pack_id = ?`,
        problem,
        this.#account,
        packId,
      );
      return beside.some((attempt) => attempt.requestId === requestId) ? "known" : "taken";
    });
  }

  /** Keeps which attempt to release it was made last, so that whoever takes over knows; `false` when it ended meanwhile. */
  link(record: ScheduleRecord, attemptKey: number): Promise<boolean> {
    return this.#database.write((connection) => {
      if (!isSame(findRecord(connection, this.#account, record.packId), record)) return false;
      connection.run(
        "UPDATE schedule SET attempt_key = ? WHERE account = ? AND pack_id = ?",
        attemptKey,
        this.#account,
        record.packId,
      );
      return true;
    });
  }

  /**
   * Takes a release that is due for oneself until the instant, in ms: whoever has it is the only one that sends it.
   * Resolves to the record, or to nothing when `mayClaim` does not agree.
   */
  claim(
    packId: string,
    until: number,
    mayClaim: (record: ScheduleRecord, claimedUntil: number) => boolean,
  ): Promise<ScheduleRecord | undefined> {
    return this.#database.write((connection) => {
      const row = connection.get(selectOne, this.#account, packId);
      const record = row && toRecord(row);
      if (!record || !mayClaim(record, integer(row, "claimed_until_ms"))) return undefined;
      connection.run(
        `UPDATE schedule SET state = 'releasing', problem = NULL, claimed_until_ms = ?, claimed_from = ?
        WHERE account = ? AND pack_id = ?`,
        until,
        stateBeforeClaim(record),
        this.#account,
        packId,
      );
      return record;
    });
  }

  /**
   * Ends it with the release that the platform made of it at `at`; nothing when somebody else ended it. `underWay`: it is
   * being released by hand, so the end is that of the attempt. `byHand`: it was.
   */
  finish(
    record: ScheduleRecord,
    at: Date,
    now: Date,
  ): Promise<{ readonly release: PackRelease; readonly byHand: boolean } | "underWay" | undefined> {
    const { packId, packName, requestId, scheduled } = record;
    return this.#database.write((connection) => {
      if (!isSame(findRecord(connection, this.#account, packId), record)) return undefined;
      const beside = attemptsBeside(connection, this.#account, packId, requestId);
      if (beside.some((attempt) => isUnderWay(attempt, now.getTime()))) return "underWay";
      this.#remove(connection, packId, record);
      const ofHand = beside.find((attempt) => attempt.requestId === requestId);
      if (ofHand?.state === "released") return undefined;
      if (ofHand) return { release: markReleased(connection, this.#account, ofHand, now), byHand: true };
      const attempt = insertAttempt(connection, this.#account, {
        packId,
        packName,
        trigger: "scheduled",
        sentAt: scheduled.scheduledAt,
        sentBy: scheduled.scheduledBy,
        versions: scheduled.versions,
        removed: [],
      });
      connection.run(
        "UPDATE release_attempt SET request_id = ? WHERE attempt_key = ?",
        requestId,
        attempt.key,
      );
      const release = markReleased(connection, this.#account, { ...attempt, requestId }, at);
      return { release, byHand: false };
    });
  }

  /** Takes it back, as long as it is still the same scheduled release and no attempt to release it was begun since. */
  cancel(record: ScheduleRecord): Promise<boolean> {
    return this.#database.write((connection) => {
      const found = findRecord(connection, this.#account, record.packId);
      return found?.attemptKey === record.attemptKey && this.#remove(connection, record.packId, record);
    });
  }

  /** Ends it, as long as it is still the same scheduled release; without a `record`, whichever it is. */
  remove(packId: string, record?: ScheduleRecord): Promise<boolean> {
    return this.#database.write((connection) => this.#remove(connection, packId, record));
  }

  #remove(connection: Connection, packId: string, record?: ScheduleRecord): boolean {
    const found = findRecord(connection, this.#account, packId);
    if (!found || (record && !isSame(found, record))) return false;
    connection.run("DELETE FROM schedule WHERE account = ? AND pack_id = ?", this.#account, packId);
    return true;
  }
}
