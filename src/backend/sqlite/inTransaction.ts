import type { Connection } from "./connection.ts";

/**
 * Runs `work` in one transaction. If it throws, nothing is changed. `DEFERRED` reads one consistent state. `IMMEDIATE` also
 * blocks other writers from the start, so that what `work` reads stays true until it writes.
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
    // After some failures, such as a full disk, SQLite has already rolled back.
    if (connection.inTransaction) connection.execute("ROLLBACK");
    throw error;
  }
}
