import { randomUUID } from "node:crypto";
import type { PackRelease } from "../../model/release.ts";
import type { ScheduleState } from "../../model/scheduledRelease.ts";
import type { Connection } from "../local/connection.ts";
import type { Database } from "../local/database.ts";
import { integer } from "../local/rows.ts";
import { insertAttempt, markReleased } from "./attemptRows.ts";
import {
  findRecord,
  isSame,
  selectOne,
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
    const { packId, packName, keeper, requestId, scheduled } = record;
    return this.#database.write((connection) => {
      connection.run(
        `INSERT OR REPLACE INTO schedule (account, pack_id, pack_name, keeper, request_id, date, time_zone, window_start,
          window_start_ms, window_end, scheduled_by, scheduled_at, state, problem, versions, attempt_key, schedule_id,
          claimed_until_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
        this.#account,
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

  /** Makes one that the platform kept a failed one of the workspace; `false` when it was ended or taken back already. */
  takeBack(record: ScheduleRecord, problem: string): Promise<boolean> {
    return this.#database.write((connection) => {
      const found = findRecord(connection, this.#account, record.packId);
      if (found?.keeper !== "platform" || !isSame(found, record)) return false;
      connection.run(
        `UPDATE schedule SET keeper = 'workspace', state = 'failed', problem = ?, request_id = '', claimed_until_ms = 0
        WHERE account = ? AND pack_id = ?`,
        problem,
        this.#account,
        record.packId,
      );
      return true;
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
        "UPDATE schedule SET state = 'releasing', problem = NULL, claimed_until_ms = ? WHERE account = ? AND pack_id = ?",
        until,
        this.#account,
        packId,
      );
      return record;
    });
  }

  /** Ends it with the release that the platform made of it; nothing when somebody else ended it. */
  finish(record: ScheduleRecord, at: Date): Promise<PackRelease | undefined> {
    const { packId, packName, requestId, scheduled } = record;
    return this.#database.write((connection) => {
      if (!isSame(findRecord(connection, this.#account, packId), record)) return undefined;
      connection.run("DELETE FROM schedule WHERE account = ? AND pack_id = ?", this.#account, packId);
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
      return markReleased(connection, this.#account, { ...attempt, requestId }, at);
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
