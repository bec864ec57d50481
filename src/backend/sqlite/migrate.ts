import type { Connection } from "./connection.ts";
import type { StoreFormat } from "./storeFormat.ts";
import { inTransaction } from "./transaction.ts";

/** Brings the tables up to date, each step wholly or not at all. Another program may do the same at the same time. */
export function migrate(connection: Connection, { applicationId, migrations: steps }: StoreFormat): void {
  while (connection.pragma("user_version") < steps.length) {
    inTransaction(connection, "IMMEDIATE", () => {
      const version = connection.pragma("user_version");
      const step = steps[version];
      if (step === undefined) return;
      if (version === 0) connection.execute(`PRAGMA application_id = ${applicationId}`);
      connection.execute(step);
      connection.execute(`PRAGMA user_version = ${version + 1}`);
    });
  }
}
