import type { PackRelease } from "../../../../model/release/release.ts";
import { integer, text } from "../../../sqlite/rows.ts";
import { attemptColumns, toAttempt } from "../attemptRow.ts";
import type { Sender } from "../recordsTransaction.ts";
import { toRelease, type AttemptState, type NewAttempt, type ReleaseAttempt } from "../releaseAttempt.ts";
import type { AccountTables } from "./accountTables.ts";

// The table of attempts. Call every function inside a transaction.

export function insertAttempt(
  { connection, account }: AccountTables,
  attempt: NewAttempt,
  attemptId: string,
  sender: Partial<Sender>,
): void {
  connection.insert("attempt", { account, ...attemptColumns(attempt, attemptId, sender) });
}

export function findAttempt({ connection }: AccountTables, attemptId: string): ReleaseAttempt | undefined {
  const row = connection.get("SELECT * FROM attempt WHERE attempt_id = ?", attemptId);
  return row && toAttempt(row);
}

/** The attempts of the account whose end is not known, in the order in which they were sent; of one pack or of all. */
export function openAttempts({ connection, account }: AccountTables, packId?: string): ReleaseAttempt[] {
  return connection
    .all(
      `SELECT * FROM attempt WHERE account = ? AND pack_id = coalesce(?, pack_id)
        AND state IN ('sending', 'accepted', 'unknown') ORDER BY attempt_key`,
      account,
      packId ?? null,
    )
    .map(toAttempt);
}

/** The attempts of the account that come from the plan, in the order in which they were sent. */
export function planAttempts({ connection, account }: AccountTables, planHash: string): ReleaseAttempt[] {
  return connection
    .all("SELECT * FROM attempt WHERE plan_hash = ? AND account = ? ORDER BY attempt_key", planHash, account)
    .map(toAttempt);
}

/** The pack's attempt that the platform knows by the id. */
export function attemptOfRequest(
  { connection, account }: AccountTables,
  packId: string,
  requestId: string,
): ReleaseAttempt | undefined {
  if (requestId === "") return undefined;
  const row = connection.get(
    `SELECT * FROM attempt WHERE account = ? AND pack_id = ? AND request_id = ? AND scheduled IS NULL
    ORDER BY attempt_key DESC LIMIT 1`,
    account,
    packId,
    requestId,
  );
  return row && toAttempt(row);
}

/** Who claimed the pack for the attempt. */
export function holderOf({ connection }: AccountTables, attemptId: string): string {
  return text(connection.get("SELECT holder FROM attempt WHERE attempt_id = ?", attemptId) ?? {}, "holder");
}

export function setAttemptState(
  { connection }: AccountTables,
  attemptId: string,
  state: AttemptState,
  requestId?: string,
): void {
  connection.run(
    "UPDATE attempt SET state = ?, request_id = coalesce(?, request_id) WHERE attempt_id = ?",
    state,
    requestId ?? null,
    attemptId,
  );
}

/** Records the release that the attempt led to. It is later than the pack's release before, whatever the clock says. */
export function markReleased(
  { connection, account }: AccountTables,
  attempt: ReleaseAttempt,
  at: Date,
): PackRelease {
  const previous = connection.get(
    "SELECT coalesce(max(released_ms), 0) AS latest FROM attempt WHERE account = ? AND pack_id = ?",
    account,
    attempt.packId,
  );
  const releasedMs = Math.max(at.getTime(), integer(previous ?? {}, "latest") + 1);
  const releasedAt = new Date(releasedMs).toISOString();
  connection.run(
    "UPDATE attempt SET state = 'released', released_at = ?, released_ms = ? WHERE attempt_id = ?",
    releasedAt,
    releasedMs,
    attempt.attemptId,
  );
  return toRelease({ ...attempt, releasedAt });
}

/** The releases of the account, newest first; of one pack or of all. */
export function releases({ connection, account }: AccountTables, packId?: string): PackRelease[] {
  return connection
    .all(
      `SELECT * FROM attempt WHERE account = ? AND state = 'released' AND pack_id = coalesce(?, pack_id)
      ORDER BY released_ms DESC`,
      account,
      packId ?? null,
    )
    .map((row) => toRelease(toAttempt(row)));
}

/** The latest release of each pack of the account. SQLite takes the other columns from the row with the maximum. */
export function latestReleases({ connection, account }: AccountTables): PackRelease[] {
  return connection
    .all(
      `SELECT *, max(released_ms) FROM attempt WHERE account = ? AND state = 'released' GROUP BY pack_id`,
      account,
    )
    .map((row) => toRelease(toAttempt(row)));
}

/** Whether the pack had a release with a component. */
export function hasReleased({ connection, account }: AccountTables, packId: string): boolean {
  return connection.exists(
    "SELECT 1 FROM attempt WHERE account = ? AND pack_id = ? AND state = 'released' AND versions <> '{}'",
    account,
    packId,
  );
}
