import * as v from "valibot";
import { componentVersionsSchema } from "../../../model/release/componentVersionsSchema.ts";
import type { PackComponent } from "../../../model/pack/pack.ts";
import {
  releaseTriggers,
  type ComponentVersions,
  type PackRelease,
  type ReleaseTrigger,
} from "../../../model/release/release.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { integer, optionalText, text, word, type Row } from "../../sqlite/rows.ts";

/**
 * Where a release that was sent stands. `sending`: no answer yet; `following`: the platform took it, its end is not known;
 * `unknown`: no answer came, and nobody knows what became of it.
 */
export type AttemptState = "sending" | "following" | "unknown" | "released" | "notReleased";

/** A release as it is about to be sent. */
export interface NewAttempt {
  readonly packId: string;
  readonly packName: string;
  readonly trigger: ReleaseTrigger;
  readonly sentAt: string;
  readonly sentBy: string;
  readonly versions: ComponentVersions;
  /** The components that leave the pack with the release. */
  readonly removed: readonly string[];
}

/** A release that was sent, or was about to be. */
export interface ReleaseAttempt extends NewAttempt {
  readonly key: number;
  /** The platform's id of it; `""` until it is known. */
  readonly requestId: string;
  readonly state: AttemptState;
  /** ISO instant; as exactly as this workspace knows. */
  readonly releasedAt: string | undefined;
}

const idsSchema = v.array(v.string());

/** So long after it was sent, in ms, a release may still be under way: in this window, or in another one. */
const spans = { sending: 300_000, following: 1_800_000 };

/** Whether somebody may be busy with it at the instant; otherwise a program was killed over it. */
export function isUnderWay({ state, sentAt }: ReleaseAttempt, now: number): boolean {
  return (state === "sending" || state === "following") && now - Date.parse(sentAt) < spans[state];
}

/** Call it inside a transaction. */
export function insertAttempt(connection: Connection, account: string, attempt: NewAttempt): ReleaseAttempt {
  const row = connection.get(
    `INSERT INTO release_attempt (account, pack_id, pack_name, request_id, state, trigger, sent_at, sent_by, versions, removed)
    VALUES (?, ?, ?, '', 'sending', ?, ?, ?, ?, ?) RETURNING attempt_key`,
    account,
    attempt.packId,
    attempt.packName,
    attempt.trigger,
    attempt.sentAt,
    attempt.sentBy,
    JSON.stringify(attempt.versions),
    JSON.stringify(attempt.removed),
  );
  const key = integer(row ?? {}, "attempt_key");
  return { ...attempt, key, requestId: "", state: "sending", releasedAt: undefined };
}

/** The releases of the pack that may be under way, and the one that has the platform's id. Call it inside a transaction. */
export function attemptsBeside(
  connection: Connection,
  account: string,
  packId: string,
  requestId: string,
): ReleaseAttempt[] {
  return connection
    .all(
      `SELECT * FROM release_attempt WHERE account = ? AND pack_id = ?
        AND (state IN ('sending', 'following') OR (request_id = ? AND request_id <> ''))`,
      account,
      packId,
      requestId,
    )
    .map(toAttempt);
}

/**
 * Keeps the end of an attempt, and ends the scheduled release that it was, or that it took the place of. A release is later
 * than the one before, whatever the clock says. Call it inside a transaction.
 */
export function markReleased(
  connection: Connection,
  account: string,
  attempt: ReleaseAttempt,
  at: Date,
): PackRelease {
  const previous = connection.get(
    "SELECT max(released_ms) AS latest FROM release_attempt WHERE account = ? AND pack_id = ?",
    account,
    attempt.packId,
  );
  const latest = typeof previous?.["latest"] === "number" ? previous["latest"] : -Infinity;
  const releasedMs = Math.max(at.getTime(), latest + 1);
  const releasedAt = new Date(releasedMs).toISOString();
  connection.run(
    "UPDATE release_attempt SET state = 'released', released_at = ?, released_ms = ? WHERE attempt_key = ?",
    releasedAt,
    releasedMs,
    attempt.key,
  );
  connection.run(
    "DELETE FROM schedule WHERE account = ? AND pack_id = ? AND scheduled_at <= ?",
    account,
    attempt.packId,
    attempt.sentAt,
  );
  return toRelease({ ...attempt, releasedAt });
}

/** Whether the pack is what the release makes of it. */
export function isReleased(
  components: readonly PackComponent[],
  { versions, removed }: Pick<ReleaseAttempt, "versions" | "removed">,
): boolean {
  const current = new Map(components.map((component) => [component.componentId, component.currentVersion]));
  return (
    Object.entries(versions).every(([componentId, version]) => current.get(componentId) === version) &&
    !removed.some((componentId) => current.has(componentId))
  );
}

/** An attempt from its row. */
export function toAttempt(row: Row): ReleaseAttempt {
  return {
    key: integer(row, "attempt_key"),
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    requestId: text(row, "request_id"),
    state: word(row, "state", ["sending", "following", "unknown", "released", "notReleased"]),
    trigger: word(row, "trigger", releaseTriggers),
    sentAt: text(row, "sent_at"),
    sentBy: text(row, "sent_by"),
    versions: v.parse(componentVersionsSchema, JSON.parse(text(row, "versions"))),
    removed: v.parse(idsSchema, JSON.parse(text(row, "removed"))),
    releasedAt: optionalText(row, "released_at"),
  };
}

/** What an attempt that succeeded made. */
export function toRelease(attempt: ReleaseAttempt): PackRelease {
  const { key, packId, requestId, releasedAt, sentAt, sentBy, trigger, versions } = attempt;
  return {
    packId,
    releaseId: requestId || `attempt-${key}`,
    releasedAt: releasedAt ?? sentAt,
    releasedBy: sentBy,
    trigger,
    versions,
  };
}
