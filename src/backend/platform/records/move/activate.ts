import * as l10n from "@vscode/l10n";
import { text, type Row } from "../../../sqlite/rows.ts";
import { attemptNames, attemptTypes, scheduleNames, scheduleTypes } from "../postgres/columns.ts";
import type { Query } from "../postgres/server/recordsServer.ts";
import type { FileContent } from "./fileContent.ts";

/** Stores the content on the server, where it is inactive. Replaces what an earlier attempt of the same move stored. */
export async function stage(
  query: Query,
  moveId: string,
  movedBy: string,
  content: FileContent,
): Promise<void> {
  const schedules = content.schedules.map((row) => ({ ...row, conflict: conflictText(row) }));
  await query(
    `INSERT INTO integration_packs.moved_records (move_id, content, moved_by) VALUES ($1, $2, $3)
      ON CONFLICT (move_id) DO UPDATE SET content = excluded.content WHERE moved_records.activated_at IS NULL`,
    [moveId, JSON.stringify({ ...content, schedules }), movedBy],
  );
}

/**
 * Makes the content part of the records, in one statement and so in one transaction; again, it does nothing. Where the team
 * scheduled the pack already, its schedule runs no more until a person decides. Resolves to the names of those packs. `format`:
 * the number of the format that the records have.
 */
export async function activate(query: Query, moveId: string, format: number): Promise<string[]> {
  const rows = await query(activateSql(format), [moveId]);
  return rows.map((row) => text(row, "pack_name"));
}

function conflictText(row: Row): string {
  return l10n.t(
    "A second scheduled release of this pack was moved here, for {0} ({1}), scheduled by {2}. Neither runs until a person decides: change this one, or cancel it and schedule the other one anew.",
    text(row, "date"),
    text(row, "time_zone"),
    text(row, "scheduled_by"),
  );
}

function activateSql(format: number): string {
  const names = scheduleNames(format);
  return `
  WITH moved AS (
    UPDATE integration_packs.moved_records SET activated_at = clock_timestamp()
      WHERE move_id = $1 AND activated_at IS NULL RETURNING content::jsonb AS content
  ),
  attempts AS (
    SELECT a.* FROM moved, jsonb_to_recordset(content -> 'attempts')
      AS a (attempt_key bigint, account text, ${attemptTypes})
  ),
  schedules AS (
    SELECT s.* FROM moved, jsonb_to_recordset(content -> 'schedules')
      AS s (account text, conflict text, ${scheduleTypes(format)})
  ),
  stored_packs AS (
    INSERT INTO integration_packs.pack (account, pack_id, version)
      SELECT account, pack_id, 1 FROM (
        SELECT account, pack_id FROM attempts UNION SELECT account, pack_id FROM schedules
      ) AS packs ORDER BY account, pack_id
      ON CONFLICT (account, pack_id) DO UPDATE SET version = pack.version + 1
  ),
  stored_attempts AS (
    INSERT INTO integration_packs.attempt (account, ${attemptNames})
      SELECT account, ${attemptNames} FROM attempts ORDER BY attempt_key ON CONFLICT (attempt_id) DO NOTHING
  ),
  second AS (
    UPDATE integration_packs.scheduled_release kept SET problem_code = 'Conflict', problem = schedules.conflict,
        state = CASE WHEN kept.keeper = 'platform' THEN kept.state ELSE 'failed' END
      FROM schedules WHERE kept.account = schedules.account AND kept.pack_id = schedules.pack_id
        AND kept.schedule_id <> schedules.schedule_id
        AND NOT (kept.request_id <> '' AND kept.request_id = schedules.request_id)
      RETURNING kept.pack_name
  ),
  stored_schedules AS (
    INSERT INTO integration_packs.scheduled_release (account, ${names})
      SELECT account, ${names} FROM schedules ON CONFLICT (account, pack_id) DO NOTHING
  ),
  stored_outcomes AS (
    INSERT INTO integration_packs.unreported_outcome (account, outcome)
      SELECT o.account, o.outcome FROM moved, jsonb_to_recordset(content -> 'outcomes')
        AS o (account text, outcome text)
  )
  SELECT pack_name FROM second ORDER BY pack_name`;
}
