import { movedVersion } from "../../../sqlite/databaseFormat.ts";
import type { Connection } from "../../../sqlite/connection.ts";
import { readProperty, writeProperty } from "../../../sqlite/properties.ts";

/** The server to which the file was moved; nothing when it was not. */
export function movedTo(connection: Connection): string | undefined {
  return connection.pragma("user_version") === movedVersion ? readProperty(connection, "movedTo") : undefined;
}

/**
 * Marks the file as moved. Programs that open it refuse it, also earlier ones, since its format is newer than any. Programs that
 * have it open can read it, and change nothing. Its content stays. Call it inside a transaction.
 */
export function markMoved(connection: Connection, where: string): void {
  writeProperty(connection, "movedTo", where);
  const message = `they were moved to the shared records at ${where}`.replaceAll("'", "''");
  for (const table of ["attempt", "scheduled_release", "claim", "unreported_outcome"]) {
    for (const change of ["INSERT", "UPDATE", "DELETE"]) {
      connection.execute(
        `CREATE TRIGGER moved_${table}_${change} BEFORE ${change} ON ${table}
          BEGIN SELECT RAISE(ABORT, '${message}'); END`,
      );
    }
  }
  connection.execute(`PRAGMA user_version = ${movedVersion}`);
}
