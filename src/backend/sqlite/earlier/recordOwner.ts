import type { StoreOwner } from "../../earlierStores.ts";
import type { Connection } from "../connection.ts";
import { inTransaction } from "../inTransaction.ts";
import { readProperty, writeProperty } from "../properties.ts";

/** Records in a file which workspace it belongs to. Writes nothing when the file has it already. */
export function recordOwner(connection: Connection, { workspaceFolder, repository }: StoreOwner): void {
  const isRecorded =
    readProperty(connection, "workspaceFolder") === workspaceFolder &&
    readProperty(connection, "repository") === repository;
  if (isRecorded) return;
  inTransaction(connection, "IMMEDIATE", () => {
    writeProperty(connection, "workspaceFolder", workspaceFolder);
    writeProperty(connection, "repository", repository);
  });
}
