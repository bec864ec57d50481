import { statSync } from "node:fs";
import type { EarlierStore, StoreOwner } from "../../earlierStores.ts";
import { Connection } from "../connection.ts";
import type { DatabaseFormat } from "../databaseFormat.ts";
import { readProperty } from "../properties.ts";
import { relationOf } from "./relationOf.ts";

/**
 * Reads which workspace a database belongs to and what it contains. Nothing for a file that is missing or cannot be read, belongs to no
 * related workspace, has no content, or has another version of the format: no such file can be offered to a person.
 */
export function readEarlierStore(
  file: string,
  own: StoreOwner,
  format: DatabaseFormat,
): EarlierStore | undefined {
  let connection: Connection | undefined;
  try {
    const changedAt = statSync(file).mtime;
    connection = new Connection(file, "read");
    if (!isCurrent(connection, format)) return undefined;
    const workspaceFolder = readProperty(connection, "workspaceFolder");
    if (workspaceFolder === undefined) return undefined;
    const owner = { workspaceFolder, repository: readProperty(connection, "repository") ?? "" };
    const relation = relationOf(owner, own);
    const summary = relation && format.summarize(connection);
    return summary && { file, changedAt, owner, relation, ...summary };
  } catch {
    return undefined;
  } finally {
    connection?.close();
  }
}

function isCurrent(connection: Connection, { applicationId, migrations }: DatabaseFormat): boolean {
  return (
    connection.pragma("application_id") === applicationId &&
    connection.pragma("user_version") === migrations.length
  );
}
