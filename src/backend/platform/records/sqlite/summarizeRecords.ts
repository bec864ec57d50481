import type { ContentSummary } from "../../../earlierStores.ts";
import type { Connection } from "../../../sqlite/connection.ts";
import { integer, text } from "../../../sqlite/rows.ts";

/** Summarizes the records of all accounts; nothing when there are none. The platform runs its own schedules everywhere. */
export function summarizeRecords(connection: Connection): ContentSummary | undefined {
  const packCount = integer(
    connection.get(
      `SELECT count(*) AS packs FROM (SELECT account, pack_id FROM attempt UNION SELECT account, pack_id FROM scheduled_release)`,
    ) ?? {},
    "packs",
  );
  if (packCount === 0) return undefined;
  const scheduled = connection
    .all("SELECT pack_name FROM scheduled_release WHERE keeper = 'workspace' ORDER BY date, pack_name")
    .map((row) => text(row, "pack_name"));
  return { packCount, scheduled };
}
