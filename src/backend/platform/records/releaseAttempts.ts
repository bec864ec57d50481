import type { PackRelease } from "../../../model/release/release.ts";
import type { Database } from "../../sqlite/database.ts";
import {
  insertAttempt,
  isUnderWay,
  markReleased,
  toAttempt,
  toRelease,
  type AttemptState,
  type NewAttempt,
  type ReleaseAttempt,
} from "./attemptRows.ts";
import { platformReleaseErrors } from "../releases/platformReleaseErrors.ts";

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
        throw platformReleaseErrors.underWay(attempt.packName);
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
