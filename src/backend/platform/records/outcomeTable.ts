import * as v from "valibot";
import { errorCodes, IntegrationPacksError } from "../../../errors/errors.ts";
import type { ScheduledOutcome } from "../../releaseWatch.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import { integer, json } from "../../sqlite/rows.ts";
import { findAttempt } from "./attemptTable.ts";
import { toRelease } from "./releaseAttempt.ts";
import { toQueued, type ScheduleRecord } from "./scheduleRecord.ts";

// The table of outcomes that nobody reported yet. Call every function inside a transaction.

const outcomeSchema = v.object({
  queued: v.object({
    packId: v.string(),
    packName: v.string(),
    scheduleId: v.string(),
    schedule: v.object({
      date: v.string(),
      timeZone: v.string(),
      hasUncertainZone: v.exactOptional(v.literal(true)),
      windowStart: v.string(),
      windowEnd: v.string(),
      state: v.picklist(["scheduled", "releasing", "failed", "missed", "unknown"]),
      scheduledBy: v.string(),
      scheduledAt: v.string(),
    }),
  }),
  end: v.variant("kind", [
    v.object({ kind: v.literal("released"), attemptId: v.string() }),
    v.object({ kind: v.literal("failed"), code: v.picklist(errorCodes), problem: v.string() }),
    v.object({ kind: v.literal("unknown") }),
  ]),
});

/** How a scheduled release ended, as it is stored. */
export type StoredEnd = v.InferOutput<typeof outcomeSchema>["end"];

export function addOutcome(
  { connection, account }: RecordsTransaction,
  record: ScheduleRecord,
  end: StoredEnd,
): void {
  connection.run(
    "INSERT INTO unreported_outcome (account, outcome) VALUES (?, ?)",
    account,
    JSON.stringify({ queued: toQueued(record), end }),
  );
}

export function hasOutcomes({ connection, account }: RecordsTransaction): boolean {
  return connection.get("SELECT 1 FROM unreported_outcome WHERE account = ? LIMIT 1", account) !== undefined;
}

/** Reads and removes the outcomes, in the order in which they were found. */
export function takeOutcomes(transaction: RecordsTransaction): ScheduledOutcome[] {
  const { connection, account } = transaction;
  const rows = connection.all(
    "SELECT * FROM unreported_outcome WHERE account = ? ORDER BY outcome_key",
    account,
  );
  return rows.flatMap((row): ScheduledOutcome[] => {
    connection.run("DELETE FROM unreported_outcome WHERE outcome_key = ?", integer(row, "outcome_key"));
    const { queued, end } = json(row, "outcome", (text) => v.parse(outcomeSchema, JSON.parse(text)));
    switch (end.kind) {
      case "released": {
        const attempt = findAttempt(transaction, end.attemptId);
        return attempt ? [{ kind: "released", queued, release: toRelease(attempt) }] : [];
      }
      case "failed":
        return [{ kind: "failed", queued, error: new IntegrationPacksError(end.code, end.problem) }];
      case "unknown":
        return [{ kind: "unknown", queued }];
    }
  });
}
