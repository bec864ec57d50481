import type { Connection } from "../../sqlite/connection.ts";

/** Every table, children before what they refer to. */
const tables = [
  "installation",
  "group_pack",
  "group_account",
  "account_group",
  "account",
  "schedule_event",
  "schedule_version",
  "schedule",
  "release_version",
  "release",
  "pack_component",
  "pack",
  "deployment",
  "included_component",
  "packaged_version",
  "component",
];

/** Takes everything out of the store. Call it inside a transaction. */
export function deleteContent(connection: Connection): void {
  for (const table of tables) {
    connection.execute(`DELETE FROM main.${table}`);
  }
}

/** Puts everything of another store of the same format, attached by this name, into the empty store, with the same keys. */
export function copyContent(connection: Connection, attached: string): void {
  for (const table of tables.toReversed()) {
    connection.execute(`INSERT INTO main.${table} SELECT * FROM ${attached}.${table}`);
  }
}
