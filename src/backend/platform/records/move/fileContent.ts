import type { Connection } from "../../../sqlite/connection.ts";
import { text, type Row } from "../../../sqlite/rows.ts";

/** Everything in a file of records that a team is to have, as the server stores it until it is activated. */
export interface FileContent {
  /** In the order in which they were sent. */
  readonly attempts: readonly Row[];
  readonly schedules: readonly Row[];
  readonly outcomes: readonly Row[];
}

/** Ids that a migration made, which other files have, too. */
const numbered = /^attempt-\d+$/;

/** Reads the content of all accounts. Ids that are unique in the file only get the id of the move. */
export function readContent(connection: Connection, moveId: string): FileContent {
  const unique = (id: string) => (numbered.test(id) ? `${moveId}-${id}` : id);
  return {
    attempts: connection
      .all("SELECT * FROM attempt ORDER BY attempt_key")
      .map((row) => ({ ...row, attempt_id: unique(text(row, "attempt_id")) })),
    schedules: connection
      .all("SELECT * FROM scheduled_release ORDER BY account, pack_id")
      .map((row) => ({ ...row })),
    outcomes: connection
      .all("SELECT account, outcome FROM unreported_outcome ORDER BY outcome_key")
      .map((row) => ({
        account: text(row, "account"),
        outcome: text(row, "outcome").replace(
          /"attemptId":"(attempt-\d+)"/,
          (_, id: string) => `"attemptId":"${unique(id)}"`,
        ),
      })),
  };
}

/** The packs whose claim has not expired. */
export function claimedPacks(connection: Connection, now: Date): string[] {
  return connection
    .all("SELECT pack_id FROM claim WHERE expires_ms > ?", now.getTime())
    .map((row) => text(row, "pack_id"));
}
