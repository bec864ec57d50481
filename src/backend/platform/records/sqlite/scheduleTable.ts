import { scheduleColumns, toSchedule } from "../scheduleRow.ts";
import { byWindow, type NewScheduleRecord, type ScheduleRecord } from "../scheduleRecord.ts";
import type { AccountTables } from "./accountTables.ts";

// The table of scheduled releases. Call every function inside a transaction.

export function scheduleOf(
  { connection, account }: AccountTables,
  packId: string,
): ScheduleRecord | undefined {
  const row = connection.get(
    "SELECT * FROM scheduled_release WHERE account = ? AND pack_id = ?",
    account,
    packId,
  );
  return row && toSchedule(row);
}

export function scheduleById(
  { connection, account }: AccountTables,
  scheduleId: string,
): ScheduleRecord | undefined {
  const row = connection.get(
    "SELECT * FROM scheduled_release WHERE account = ? AND schedule_id = ?",
    account,
    scheduleId,
  );
  return row && toSchedule(row);
}

/** The first window first. */
export function schedules({ connection, account }: AccountTables): ScheduleRecord[] {
  return connection
    .all("SELECT * FROM scheduled_release WHERE account = ?", account)
    .map((row) => toSchedule(row))
    .sort(byWindow);
}

/** Stores it in place of an earlier one of the pack. */
export function writeSchedule(
  { connection, account }: AccountTables,
  record: NewScheduleRecord,
  scheduleId: string,
): void {
  connection.run("DELETE FROM scheduled_release WHERE account = ? AND pack_id = ?", account, record.packId);
  connection.insert("scheduled_release", { account, ...scheduleColumns(record, scheduleId) });
}

export function deleteSchedule({ connection, account }: AccountTables, scheduleId: string): void {
  connection.run("DELETE FROM scheduled_release WHERE account = ? AND schedule_id = ?", account, scheduleId);
}
