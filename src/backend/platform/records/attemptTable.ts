import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import { releaseTriggers, type PackRelease } from "../../../model/release/release.ts";
import type { RecordsTransaction } from "./recordsTransaction.ts";
import { planValues, toPlan } from "../../sqlite/planColumns.ts";
import { json, optionalText, text, word, type Row } from "../../sqlite/rows.ts";
import {
  attemptStates,
  toRelease,
  type AttemptState,
  type NewAttempt,
  type ReleaseAttempt,
} from "./releaseAttempt.ts";
import { parseSchedule } from "./scheduleTable.ts";

// The table of attempts. Call every function inside a transaction.

const idsSchema = v.array(v.string());

/** Who sends a request, and how far it is. */
export interface Sender {
  /** Who claimed the pack for it. */
  readonly holder: string;
  readonly state: AttemptState;
  readonly requestId: string;
}

export function insertAttempt(
  { connection, account }: RecordsTransaction,
  attempt: NewAttempt,
  { holder = "", state = "sending", requestId = "" }: Partial<Sender>,
): ReleaseAttempt {
  const attemptId = randomUUID();
  connection.run(
    `INSERT INTO attempt (attempt_id, account, pack_id, pack_name, request_id, schedule_id, holder, state, trigger, sent_at, sent_by,
      versions, removed, scheduled, plan_hash, plan_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    attemptId,
    account,
    attempt.packId,
    attempt.packName,
    requestId,
    attempt.scheduleId,
    holder,
    state,
    attempt.trigger,
    attempt.sentAt,
    attempt.sentBy,
    JSON.stringify(attempt.versions),
    JSON.stringify(attempt.removed),
    attempt.scheduled ? JSON.stringify(attempt.scheduled) : null,
    ...planValues(attempt.plan),
  );
  return { ...attempt, attemptId, requestId, state, releasedAt: undefined };
}

export function findAttempt(
  { connection }: RecordsTransaction,
  attemptId: string,
): ReleaseAttempt | undefined {
  const row = connection.get("SELECT * FROM attempt WHERE attempt_id = ?", attemptId);
  return row && toAttempt(row);
}

/** @throws `TypeError` for an id that no attempt has */
export function requireAttempt(transaction: RecordsTransaction, attemptId: string): ReleaseAttempt {
  const attempt = findAttempt(transaction, attemptId);
  if (!attempt) throw new TypeError(`There is no attempt ${attemptId}.`);
  return attempt;
}

/** The attempts of the account whose end is not known, in the order in which they were sent; of one pack or of all. */
export function openAttempts({ connection, account }: RecordsTransaction, packId?: string): ReleaseAttempt[] {
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
export function planAttempts(
  { connection, account }: RecordsTransaction,
  planHash: string,
): ReleaseAttempt[] {
  return connection
    .all("SELECT * FROM attempt WHERE plan_hash = ? AND account = ? ORDER BY attempt_key", planHash, account)
    .map(toAttempt);
}

/** The pack's attempt that the platform knows by the id. */
export function attemptOfRequest(
  { connection, account }: RecordsTransaction,
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
export function holderOf({ connection }: RecordsTransaction, attemptId: string): string {
  const row = connection.get("SELECT holder FROM attempt WHERE attempt_id = ?", attemptId);
  return row ? text(row, "holder") : "";
}

export function setAttemptState(
  { connection }: RecordsTransaction,
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
  { connection, account }: RecordsTransaction,
  attempt: ReleaseAttempt,
  at: Date,
): PackRelease {
  const previous = connection.get(
    "SELECT max(released_ms) AS latest FROM attempt WHERE account = ? AND pack_id = ?",
    account,
    attempt.packId,
  );
  const latest = typeof previous?.["latest"] === "number" ? previous["latest"] : -Infinity;
  const releasedMs = Math.max(at.getTime(), latest + 1);
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
export function releases({ connection, account }: RecordsTransaction, packId?: string): PackRelease[] {
  return connection
    .all(
      `SELECT * FROM attempt WHERE account = ? AND state = 'released' AND pack_id = coalesce(?, pack_id)
      ORDER BY released_ms DESC`,
      account,
      packId ?? null,
    )
    .map((row) => toRelease(toAttempt(row)));
}

function toAttempt(row: Row): ReleaseAttempt {
  const scheduled = optionalText(row, "scheduled");
  return {
    attemptId: text(row, "attempt_id"),
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    requestId: text(row, "request_id"),
    scheduleId: text(row, "schedule_id"),
    state: word(row, "state", attemptStates),
    trigger: word(row, "trigger", releaseTriggers),
    sentAt: text(row, "sent_at"),
    sentBy: text(row, "sent_by"),
    versions: json(row, "versions", (text) => v.parse(componentVersionsSchema, JSON.parse(text))),
    removed: json(row, "removed", (text) => v.parse(idsSchema, JSON.parse(text))),
    ...(scheduled !== undefined && { scheduled: json(row, "scheduled", parseSchedule) }),
    ...toPlan(row),
    releasedAt: optionalText(row, "released_at"),
  };
}
