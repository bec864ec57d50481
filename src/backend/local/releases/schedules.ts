import { isErrorCode } from "../../../errors/errors.ts";
import { parseConfirmedState } from "../../../model/schedule/confirmedStateSchema.ts";
import { sameVersions } from "../../../model/release/release.ts";
import type {
  ReleaseSchedule,
  ScheduledRelease,
  ScheduleEventKind,
} from "../../../model/schedule/scheduledRelease.ts";
import { versionsByOwner, writeVersions } from "../packs/componentVersions.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { type Row, integer, json, optionalText, text, word } from "../../sqlite/rows.ts";

/** The states that a store can contain. This program claims and releases in one transaction; others left `releasing`. */
const storedStates = ["scheduled", "releasing", "failed", "missed"] as const;

/** The user who changes something, and the current instant. */
export interface Actor {
  readonly user: string;
  readonly now: Date;
}

/** The scheduled releases of some packs, or of all, by the pack's key. */
export function readScheduledReleases(
  connection: Connection,
  packKeys?: readonly number[],
): Map<number, ScheduledRelease> {
  const where = packKeys ? "WHERE pack_key IN (SELECT value FROM json_each(?))" : "";
  const parameters = packKeys ? [JSON.stringify(packKeys)] : [];
  const versions = versionsByOwner(
    connection.all(
      `SELECT schedule_version.pack_key, component_id, package_version
      FROM schedule_version JOIN component USING (component_key) JOIN packaged_version USING (version_key)
      ${where} ORDER BY component_id`,
      ...parameters,
    ),
    "pack_key",
  );
  return new Map(
    connection.all(`SELECT * FROM schedule ${where}`, ...parameters).map((row) => {
      const key = integer(row, "pack_key");
      const confirmed = optionalText(row, "confirmed");
      return [
        key,
        {
          ...toSchedule(row),
          versions: versions.get(key) ?? {},
          ...(confirmed !== undefined && { confirmed: json(row, "confirmed", parseConfirmedState) }),
        },
      ];
    }),
  );
}

/**
 * Writes a scheduled release, replacing an earlier one of the pack. Accounts that applied the earlier one have a pending
 * update again, unless the versions are the same.
 */
export function writeSchedule(connection: Connection, packKey: number, scheduled: ScheduledRelease): void {
  const earlier = readScheduledReleases(connection, [packKey]).get(packKey);
  if (earlier) {
    removeSchedule(connection, packKey);
    if (!sameVersions(earlier.versions, scheduled.versions)) forgetApplied(connection, packKey);
  }
  connection.run(
    `INSERT INTO schedule (pack_key, date, time_zone, window_start, window_start_ms, window_end, window_end_ms,
      scheduled_by, scheduled_at, state, problem, problem_code, confirmed, schedule_id, plan_hash, plan_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    packKey,
    scheduled.date,
    scheduled.timeZone,
    scheduled.windowStart,
    Date.parse(scheduled.windowStart),
    scheduled.windowEnd,
    Date.parse(scheduled.windowEnd),
    scheduled.scheduledBy,
    scheduled.scheduledAt,
    scheduled.state,
    scheduled.problem ?? null,
    scheduled.problemCode ?? null,
    scheduled.confirmed ? JSON.stringify(scheduled.confirmed) : null,
    crypto.randomUUID(),
    ...planValues(scheduled.plan),
  );
  writeVersions(connection, "schedule_version", packKey, scheduled.versions);
}

/** Deletes a schedule. No account has its update pending or applied afterwards. */
export function dropSchedule(connection: Connection, packKey: number): void {
  removeSchedule(connection, packKey);
  forgetApplied(connection, packKey);
}

/** Records an event of a scheduled release in its history. */
export function recordScheduleEvent(
  connection: Connection,
  packKey: number,
  event: ScheduleEventKind,
  scheduled: ReleaseSchedule,
  { user, now }: Actor,
): void {
  connection.run(
    `INSERT INTO schedule_event (pack_key, at, by, event, date, time_zone, problem, plan_hash, plan_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    packKey,
    now.toISOString(),
    user,
    event,
    scheduled.date,
    scheduled.timeZone,
    event === "failed" ? (scheduled.problem ?? null) : null,
    ...planValues(scheduled.plan),
  );
}

function removeSchedule(connection: Connection, packKey: number): void {
  connection.run("DELETE FROM schedule WHERE pack_key = ?", packKey);
}

function forgetApplied(connection: Connection, packKey: number): void {
  connection.run("UPDATE installation SET applied_scheduled = 0 WHERE pack_key = ?", packKey);
}

/** The schedule in a row of `schedule`. */
export function toSchedule(row: Row): ReleaseSchedule {
  const problem = optionalText(row, "problem");
  const problemCode = optionalText(row, "problem_code");
  return {
    date: text(row, "date"),
    timeZone: text(row, "time_zone"),
    windowStart: text(row, "window_start"),
    windowEnd: text(row, "window_end"),
    state: word(row, "state", storedStates),
    scheduledBy: text(row, "scheduled_by"),
    scheduledAt: text(row, "scheduled_at"),
    ...(problem !== undefined && { problem }),
    ...(problemCode !== undefined && isErrorCode(problemCode) && { problemCode }),
    ...toPlan(row),
  };
}
