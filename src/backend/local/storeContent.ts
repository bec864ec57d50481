import type { ContentSummary } from "../earlierStores.ts";
import type { Connection } from "../sqlite/connection.ts";
import { flag, integer, text } from "../sqlite/rows.ts";

/** All tables of the content, which excludes the properties of the file. A table comes before the tables that it refers to. */
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

/** Whether the store contains no component, no pack and no account group. */
export function isEmptyStore(connection: Connection): boolean {
  const row = connection.get(
    `SELECT NOT EXISTS (SELECT 1 FROM component) AND NOT EXISTS (SELECT 1 FROM pack)
      AND NOT EXISTS (SELECT 1 FROM account_group) AS empty`,
  );
  return flag(row ?? {}, "empty");
}

/** Summarizes the content; nothing when the store is empty. */
export function summarizeStore(connection: Connection): ContentSummary | undefined {
  if (isEmptyStore(connection)) return undefined;
  const packCount = integer(connection.get("SELECT count(*) AS packs FROM pack") ?? {}, "packs");
  const scheduled = connection
    .all("SELECT name FROM schedule JOIN pack USING (pack_key) ORDER BY window_start_ms, name")
    .map((row) => text(row, "name"));
  return { packCount, scheduled };
}

/** Deletes everything in the store. Call it inside a transaction. */
export function deleteContent(connection: Connection): void {
  for (const table of tables) {
    connection.execute(`DELETE FROM main.${table}`);
  }
}

/** Copies everything from the attached database of the same format into the empty store, with the same keys. */
export function copyContent(connection: Connection, attached: string): void {
  for (const table of tables.toReversed()) {
    connection.execute(`INSERT INTO main.${table} SELECT * FROM ${attached}.${table}`);
  }
}
