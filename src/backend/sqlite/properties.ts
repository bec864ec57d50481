import type { Connection } from "./connection.ts";
import { text } from "./rows.ts";

/** SQL: creates the table of a file's properties. They describe the file and are no part of its content. */
export const createPropertyTable =
  "CREATE TABLE property (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;";

/** What a file may record about itself. */
export type PropertyName =
  /** The version of the time zone rules by which the file's instants were derived from dates. */
  | "timeZoneRules"
  /** The path of the first folder of the workspace to whose storage the file belongs. */
  | "workspaceFolder"
  /** Identifies the repository of that folder; `""` when it has none. */
  | "repository"
  /** Identifies the move of the file's content to shared records. */
  | "moveId"
  /** The shared records that the content was moved to, without a password. */
  | "movedTo";

/** A property of the file; nothing when it was never written. */
export function readProperty(connection: Connection, name: PropertyName): string | undefined {
  const row = connection.get("SELECT value FROM property WHERE name = ?", name);
  return row && text(row, "value");
}

/** Writes a property of the file. Call it inside a transaction. */
export function writeProperty(connection: Connection, name: PropertyName, value: string): void {
  connection.run("INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)", name, value);
}
