import { integer } from "../../../sqlite/rows.ts";
import { attemptColumns } from "../attemptRow.ts";
import { scheduleColumns } from "../scheduleRow.ts";
import { attemptNames, attemptTypes, scheduleNames, scheduleTypes } from "./columns.ts";
import type { LoadedAttempt } from "./loadedPack.ts";
import type { ChangedPack, LoadedPacks } from "./loadedPacks.ts";
import { schemaSteps } from "./server/recordsSchema.ts";
import type { Query } from "./server/recordsServer.ts";

/** How a commit ended. `stale`: a pack was changed since it was loaded. `readOnly`: the records have a newer format. */
export type CommitResult = "done" | "stale" | "readOnly";

/** Whether there is nothing to commit. */
export function isUnchanged({ changed, outcomes, renewal }: LoadedPacks): boolean {
  return changed.length === 0 && outcomes.length === 0 && renewal === undefined;
}

/**
 * Stores everything that an operation changed, or nothing, in one statement and so in one transaction: nothing if a pack has
 * another version than the one that was loaded. The statement locks the packs in the order of their ids. `format`: the number
 * of the format that the records have.
 */
export async function commitPacks(
  query: Query,
  account: string,
  stepId: string,
  { changed, outcomes, renewal }: LoadedPacks,
  format: number,
): Promise<CommitResult> {
  const [row = {}] = await query(commitSql(format), [
    account,
    stepId,
    JSON.stringify(changed.map(packColumns)),
    JSON.stringify(changed.flatMap(changedAttempts)),
    JSON.stringify(changed.flatMap(writtenSchedule)),
    changed.filter(({ isScheduleChanged, pack }) => isScheduleChanged && !pack.schedule).map(idOf),
    outcomes,
    renewal?.holder ?? "",
    renewal?.spanMs ?? 0,
    schemaSteps.length,
  ]);
  if (integer(row, "is_writable") === 0) return "readOnly";
  return integer(row, "fits") === 1 ? "done" : "stale";
}

function idOf({ pack }: ChangedPack): string {
  return pack.packId;
}

function packColumns({ pack, spanMs }: ChangedPack) {
  return { pack_id: pack.packId, version: pack.version, holder: pack.holder, span_ms: spanMs ?? null };
}

function changedAttempts({ pack, attemptIds }: ChangedPack) {
  return pack.attempts.filter(({ attempt }) => attemptIds.has(attempt.attemptId)).map(toColumns);
}

function toColumns({ attempt, holder, releasedMs }: LoadedAttempt) {
  const { state, requestId } = attempt;
  return {
    ...attemptColumns(attempt, attempt.attemptId, { holder, state, requestId }),
    released_at: attempt.releasedAt ?? null,
    released_ms: releasedMs ?? null,
  };
}

function writtenSchedule({ pack: { schedule }, isScheduleChanged }: ChangedPack) {
  if (!isScheduleChanged || !schedule || !("record" in schedule)) return [];
  return [scheduleColumns(schedule.record, schedule.scheduleId)];
}

/** The channel on which programs announce that they changed the records of an account. */
export const channel = "integration_packs";

function commitSql(format: number): string {
  const names = scheduleNames(format);
  const updates = names.split(",").map((name) => `${name} = excluded.${name.trim()}`);
  return `
  WITH change AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS c (pack_id text, version bigint, holder text, span_ms bigint)
  ),
  locked AS (
    SELECT pack_id, version FROM integration_packs.pack
      WHERE account = $1 AND pack_id IN (SELECT pack_id FROM change) ORDER BY pack_id FOR UPDATE
  ),
  fit AS (
    SELECT EXISTS (SELECT FROM integration_packs.format WHERE writable_from <= $10::integer) AS is_writable,
      (SELECT count(*) FROM change JOIN locked USING (pack_id, version)) = (SELECT count(*) FROM change) AS fits
  ),
  go AS (SELECT FROM fit WHERE is_writable AND fits),
  stored_packs AS (
    UPDATE integration_packs.pack SET version = pack.version + 1, holder = change.holder,
        expires_at = CASE WHEN change.span_ms IS NULL THEN pack.expires_at
          ELSE clock_timestamp() + change.span_ms * interval '1 millisecond' END
      FROM change, go WHERE pack.account = $1 AND pack.pack_id = change.pack_id AND pack.version = change.version
  ),
  renewed AS (
    UPDATE integration_packs.pack
        SET expires_at = greatest(expires_at, clock_timestamp() + $9::bigint * interval '1 millisecond')
      FROM go WHERE $8::text <> '' AND account = $1 AND holder = $8 AND pack_id NOT IN (SELECT pack_id FROM change)
  ),
  stored_attempts AS (
    INSERT INTO integration_packs.attempt (account, ${attemptNames})
      SELECT $1, ${attemptNames} FROM go, jsonb_to_recordset($4::jsonb) AS a (${attemptTypes})
      ON CONFLICT (attempt_id) DO UPDATE SET state = excluded.state, request_id = excluded.request_id,
        released_at = excluded.released_at, released_ms = excluded.released_ms
  ),
  stored_schedules AS (
    INSERT INTO integration_packs.scheduled_release (account, ${names})
      SELECT $1, ${names} FROM go, jsonb_to_recordset($5::jsonb) AS s (${scheduleTypes(format)})
      ON CONFLICT (account, pack_id) DO UPDATE SET ${updates.join(",")}
  ),
  deleted_schedules AS (
    DELETE FROM integration_packs.scheduled_release USING go WHERE account = $1 AND pack_id = ANY ($6::text[])
  ),
  stored_outcomes AS (
    INSERT INTO integration_packs.unreported_outcome (account, outcome) SELECT $1, unnest($7::text[]) FROM go
  ),
  stored_step AS (INSERT INTO integration_packs.step (step_id) SELECT $2::text FROM go)
  SELECT is_writable::integer, fits::integer,
      CASE WHEN EXISTS (SELECT FROM go) THEN pg_notify('${channel}', md5($1)) END::text AS notified
    FROM fit`;
}
