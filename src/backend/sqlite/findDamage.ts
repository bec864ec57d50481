import type { Connection } from "./connection.ts";
import { text } from "./rows.ts";

/** Checks the whole database. Returns what is damaged; nothing when it is intact. Takes seconds for 200 MB. */
export function findDamage(connection: Connection): string | undefined {
  const finding = text(connection.get("PRAGMA integrity_check(1)") ?? {}, "integrity_check");
  if (finding !== "ok") return finding;
  return connection.get("PRAGMA foreign_key_check") && "a row refers to one that is not there";
}
