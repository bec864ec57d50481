import type { Connection } from "./connection.ts";

/**
 * Does the work in one transaction: all of it or, when it throws, nothing. `DEFERRED` reads one consistent state;
 * `IMMEDIATE` also keeps other writers out from the start, so that what was read is still true when it is written.
 */
export function inTransaction<T>(
  connection: Connection,
  kind: "DEFERRED" | "IMMEDIATE",
  work: (connection: Connection) => T,
): T {
  connection.execute(`BEGIN ${kind}`);
  try {
    const result = work(connection);
    connection.execute("COMMIT");
    return result;
  } catch (error) {
    // SQLite has already rolled back after some failures, a full disk for one.
    if (connection.inTransaction) connection.execute("ROLLBACK");
    throw error;
  }
}
