import type { ScheduledOutcome } from "../../../releaseWatch.ts";
import { integer } from "../../../sqlite/rows.ts";
import { toRelease } from "../releaseAttempt.ts";
import type { ScheduleRecord } from "../scheduleRecord.ts";
import { outcomeText, toOutcome, type StoredEnd } from "../storedOutcome.ts";
import type { AccountTables } from "./accountTables.ts";
import { findAttempt } from "./attemptTable.ts";

// The table of outcomes that nobody reported yet. Call every function inside a transaction.

export function addOutcome(
  { connection, account }: AccountTables,
  record: ScheduleRecord,
  end: StoredEnd,
): void {
  connection.insert("unreported_outcome", { account, outcome: outcomeText(record, end) });
}

export function hasOutcomes({ connection, account }: AccountTables): boolean {
  return connection.exists("SELECT 1 FROM unreported_outcome WHERE account = ? LIMIT 1", account);
}

/** Reads and removes the outcomes, in the order in which they were found. */
export function takeOutcomes(tables: AccountTables): ScheduledOutcome[] {
  const { connection, account } = tables;
  const rows = connection.all(
    "SELECT * FROM unreported_outcome WHERE account = ? ORDER BY outcome_key",
    account,
  );
  return rows.flatMap((row) => {
    connection.run("DELETE FROM unreported_outcome WHERE outcome_key = ?", integer(row, "outcome_key"));
    const outcome = toOutcome(row, (attemptId) => {
      const attempt = findAttempt(tables, attemptId);
      return attempt && toRelease(attempt);
    });
    return outcome ?? [];
  });
}
