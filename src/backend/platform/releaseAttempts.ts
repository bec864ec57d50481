import * as v from "valibot";
import type { PackComponent } from "../../model/pack.ts";
import type { ComponentVersions, PackRelease, ReleaseTrigger } from "../../model/release.ts";
import type { Connection } from "../local/connection.ts";
import type { Database } from "../local/database.ts";
import { integer, optionalText, text, type Row } from "../local/rows.ts";
import { releaseErrors } from "./releaseErrors.ts";

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

const versionsSchema = v.record(v.string(), v.string());
const idsSchema = v.array(v.string());

/** The releases that this workspace sent to one account. */
export class ReleaseAttempts {
  readonly #database: Pick<Database, "read" | "write">;
  readonly #account: string;

  constructor(database: Pick<Database, "read" | "write">, account: string) {
    this.#database = database;
    this.#account = account;
  }

  /** Keeps that the release is about to be sent: before it is. @throws `Conflict` while one of the pack is under way */
  begin(attempt: NewAttempt): Promise<ReleaseAttempt> {
    return this.#database.write((connection) => {
      const open = connection
        .all(
          "SELECT * FROM release_attempt WHERE account = ? AND pack_id = ? AND state IN ('sending', 'following')",
          this.#account,
          attempt.packId,
        )
        .map(toAttempt);
      if (open.some((one) => isUnderWay(one, Date.parse(attempt.sentAt)))) {
        throw releaseErrors.underWay(attempt.packName);
      }
      return insertAttempt(connection, this.#account, attempt);
    });
  }

  /** Keeps what became of it. */
  async settle(key: number, state: AttemptState, requestId?: string): Promise<void> {
    await this.#database.write((connection) => {
      connection.run("UPDATE release_attempt SET state = ? WHERE attempt_key = ?", state, key);
      if (requestId === undefined) return;
      connection.run("UPDATE release_attempt SET request_id = ? WHERE attempt_key = ?", requestId, key);
    });
  }

  /** Keeps that it was released; one that was kept as released stays as it is. Resolves to the release. */
  released(attempt: ReleaseAttempt, at: Date): Promise<{ release: PackRelease; isNew: boolean }> {
    return this.#database.write((connection) => {
      const row = connection.get("SELECT * FROM release_attempt WHERE attempt_key = ?", attempt.key) ?? {};
      const known = toAttempt(row);
      if (known.state === "released") return { release: toRelease(known), isNew: false };
      return { release: markReleased(connection, this.#account, known, at), isNew: true };
    });
  }

  find(key: number): Promise<ReleaseAttempt | undefined> {
    return this.#database.read((connection) => {
      const row = connection.get("SELECT * FROM release_attempt WHERE attempt_key = ?", key);
      return row && toAttempt(row);
    });
  }

  /** Those whose end is not known. */
  listOpen(): Promise<ReleaseAttempt[]> {
    return this.#database.read((connection) =>
      connection
        .all(
          "SELECT * FROM release_attempt WHERE account = ? AND state IN ('sending', 'following', 'unknown')",
          this.#account,
        )
        .map(toAttempt),
    );
  }

  /** The releases that this workspace made, newest first; of one pack or of all. */
  history(packId?: string): Promise<PackRelease[]> {
    return this.#database.read((connection) =>
      connection
        .all(
          `SELECT * FROM release_attempt WHERE account = ? AND state = 'released' AND pack_id = coalesce(?, pack_id)
          ORDER BY released_ms DESC`,
          this.#account,
          packId ?? null,
        )
        .map((row) => toRelease(toAttempt(row))),
    );
  }
}

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

function toAttempt(row: Row): ReleaseAttempt {
  return {
    key: integer(row, "attempt_key"),
    packId: text(row, "pack_id"),
    packName: text(row, "pack_name"),
    requestId: text(row, "request_id"),
    state: oneOf(["sending", "following", "unknown", "released", "notReleased"], text(row, "state")),
    trigger: oneOf(["immediate", "scheduled", "late"], text(row, "trigger")),
    sentAt: text(row, "sent_at"),
    sentBy: text(row, "sent_by"),
    versions: v.parse(versionsSchema, JSON.parse(text(row, "versions"))),
    removed: v.parse(idsSchema, JSON.parse(text(row, "removed"))),
    releasedAt: optionalText(row, "released_at"),
  };
}

function toRelease(attempt: ReleaseAttempt): PackRelease {
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

/** The word of the list that the column holds; the table admits no other. */
export function oneOf<const Word extends string>(words: readonly Word[], value: string): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) throw new TypeError(`"${value}" is none of ${words.join(", ")}.`);
  return word;
}
