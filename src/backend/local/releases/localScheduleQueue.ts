import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { Event } from "../../../base/event.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { ReleaseSchedule, ScheduleFailure } from "../../../model/schedule/scheduledRelease.ts";
import { resolveScheduledVersions } from "../../../model/schedule/scheduledVersions.ts";
import { mayRun, type QueuedRelease, type RunPermission, type ScheduleQueue } from "../../scheduleQueue.ts";
import type { Connection } from "../../sqlite/connection.ts";
import type { Database } from "../../sqlite/database.ts";
import { getPack } from "../packs/packs.ts";
import { recordStatesBefore } from "../sharing/recordStatesBefore.ts";
import { recordRelease } from "./releases.ts";
import { integer, text, type Row } from "../../sqlite/rows.ts";
import { dropSchedule, recordScheduleEvent, toSchedule, type Actor } from "./schedules.ts";
import { availabilityFinder } from "../packs/versions.ts";

const selectQueued = "SELECT schedule.*, pack_id, name FROM schedule JOIN pack USING (pack_key)";

/**
 * SQL: the schedule waits. `releasing` waits, too: releasing and ending the schedule are one transaction, so a schedule that
 * is still there was not released.
 */
const waiting = "state IN ('scheduled', 'releasing')";

/** The scheduled releases in the store. Each is released in one transaction, and so only once. */
export class LocalScheduleQueue implements ScheduleQueue {
  readonly onDidChange: Event<void>;
  readonly isShared = false;
  readonly #database: Pick<Database, "read" | "write">;
  readonly #actor: () => Actor;
  readonly #announce: (release: PackRelease) => void;

  /** `announce` is called after each release. */
  constructor(
    database: Pick<Database, "read" | "write" | "onDidChange">,
    actor: () => Actor,
    announce: (release: PackRelease) => void,
  ) {
    this.onDidChange = database.onDidChange;
    this.#database = database;
    this.#actor = actor;
    this.#announce = announce;
  }

  nextDue(after: Date): Promise<QueuedRelease | undefined> {
    return this.#database.read((connection) => {
      const row = connection.get(
        `${selectQueued} WHERE window_start_ms > ? AND ${waiting} ORDER BY window_start_ms LIMIT 1`,
        after.getTime(),
      );
      return row && toQueued(row);
    });
  }

  listDue(now: Date): Promise<QueuedRelease[]> {
    return this.#database.read((connection) =>
      connection
        .all(
          `${selectQueued} WHERE window_start_ms <= ? AND ${waiting} ORDER BY window_start_ms, name`,
          now.getTime(),
        )
        .map(toQueued),
    );
  }

  find(packId: string): Promise<QueuedRelease | undefined> {
    return this.#database.read((connection) => {
      const row = connection.get(`${selectQueued} WHERE pack_id = ?`, packId);
      return row && toQueued(row);
    });
  }

  async release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    const release = await this.#database.write((connection) =>
      releaseQueued(connection, queued, permission, this.#actor()),
    );
    if (release) this.#announce(release);
    return release;
  }

  fail(queued: QueuedRelease, failure: ScheduleFailure): Promise<boolean> {
    return this.#settle(queued, (connection, packKey, schedule) => {
      // Another scheduler may have reported the failure already.
      if (schedule.state !== queued.schedule.state) return false;
      connection.run(
        "UPDATE schedule SET state = 'failed', problem = ?, problem_code = ? WHERE pack_key = ?",
        failure.problem,
        failure.problemCode ?? null,
        packKey,
      );
      recordScheduleEvent(connection, packKey, "failed", { ...schedule, ...failure }, this.#actor());
      return true;
    });
  }

  miss(queued: QueuedRelease): Promise<boolean> {
    return this.#settle(queued, (connection, packKey, schedule) => {
      const actor = this.#actor();
      if (!mayRun(schedule, "late", actor.now)) return false;
      connection.run(
        "UPDATE schedule SET state = 'missed', problem = NULL, problem_code = NULL WHERE pack_key = ?",
        packKey,
      );
      recordScheduleEvent(connection, packKey, "missed", schedule, actor);
      return true;
    });
  }

  #settle(
    queued: QueuedRelease,
    settle: (connection: Connection, packKey: number, schedule: ReleaseSchedule) => boolean,
  ): Promise<boolean> {
    return this.#database.write((connection) => {
      const row = findRow(connection, queued);
      return row !== undefined && settle(connection, integer(row, "pack_key"), toSchedule(row));
    });
  }
}

/** Releases the scheduled versions, if they may run. Call it inside a transaction. @throws as `resolveVersions` */
function releaseQueued(
  connection: Connection,
  queued: QueuedRelease,
  permission: RunPermission,
  actor: Actor,
): PackRelease | undefined {
  const { packId, schedule } = queued;
  const row = findRow(connection, queued);
  if (!row || !mayRun(toSchedule(row), permission, actor.now)) return undefined;
  const pack = getPack(connection, packId);
  if (!pack.scheduled) throw scheduleErrors.notScheduled(pack.name);
  const { versions: scheduled, differences } = pack.scheduled;
  if (differences) throw scheduleErrors.changedSinceConfirmed(pack.name, differences);
  const versions = resolveScheduledVersions(pack, scheduled, availabilityFinder(connection, scheduled));
  const packKey = integer(row, "pack_key");
  recordStatesBefore(connection, packKey);
  dropSchedule(connection, packKey);
  recordScheduleEvent(connection, packKey, "released", schedule, actor);
  return recordRelease(connection, packId, {
    versions,
    trigger: actor.now < new Date(schedule.windowEnd) ? "scheduled" : "late",
    releasedBy: schedule.scheduledBy,
    now: actor.now,
    plan: pack.scheduled.plan,
  });
}

/** The row of the schedule; nothing when it has ended or was replaced. */
function findRow(connection: Connection, { packId, scheduleId }: QueuedRelease): Row | undefined {
  return connection.get(`${selectQueued} WHERE pack_id = ? AND schedule_id = ?`, packId, scheduleId);
}

function toQueued(row: Row): QueuedRelease {
  return {
    packId: text(row, "pack_id"),
    packName: text(row, "name"),
    scheduleId: text(row, "schedule_id"),
    schedule: toSchedule(row),
  };
}
