import type { Connection } from "./connection.ts";
import type { DatabaseFormat } from "./databaseFormat.ts";
import { inTransaction } from "./inTransaction.ts";

/**
 * Runs the steps that the file lacks, each in one transaction, then `update`. Other programs can do so at the same time.
 */
export function migrate(connection: Connection, format: DatabaseFormat): void {
  const { applicationId, migrations: steps, update } = format;
  while (connection.pragma("user_version") < steps.length) {
    inTransaction(connection, "IMMEDIATE", () => {
      const version = connection.pragma("user_version");
      const step = steps[version];
      if (step === undefined) return;
      connection.execute(`PRAGMA application_id = ${applicationId}`);
      connection.execute(step);
      connection.execute(`PRAGMA user_version = ${version + 1}`);
    });
  }
  update?.(connection);
}
