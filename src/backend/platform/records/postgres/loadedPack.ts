import * as v from "valibot";
import { DamagedRowError, optionalText, text, type Row } from "../../../sqlite/rows.ts";
import { toAttempt } from "../attemptRow.ts";
import type { ReleaseAttempt } from "../releaseAttempt.ts";
import type { NewScheduleRecord } from "../scheduleRecord.ts";
import { rowSchema } from "./server/toRow.ts";

/** An attempt, and what only its row says. */
export interface LoadedAttempt {
  readonly attempt: ReleaseAttempt;
  readonly holder: string;
  readonly releasedMs: number | undefined;
}

/** What the records say of a pack: at the version of its row, and as far as an operation needs it. */
export interface LoadedPack {
  readonly packId: string;
  readonly version: number;
  /** Who claims the pack; `""` for nobody. */
  readonly holder: string;
  /** How long the claim lasts, in ms, when it was read. */
  readonly leftMs: number;
  /** When the pack was released last, as `markReleased` counts. */
  readonly latestMs: number | undefined;
  /** In the order in which they were sent. */
  readonly attempts: readonly LoadedAttempt[];
  readonly schedule: LoadedSchedule | undefined;
}

/** A row of the table of scheduled releases, or what is to become one. */
export type LoadedSchedule =
  | { readonly scheduleId: string; readonly row: Row }
  | { readonly scheduleId: string; readonly record: NewScheduleRecord };

/** What a statement reads before an operation. */
export interface Loaded {
  /** The server's clock. */
  readonly now: Date;
  /** Those of the steps that were committed. */
  readonly committed: readonly string[];
  readonly packs: readonly LoadedPack[];
}

const loadedSchema = v.object({
  now_ms: v.number(),
  committed: v.array(v.string()),
  packs: v.array(
    v.object({
      pack_id: v.string(),
      version: v.number(),
      holder: v.string(),
      left_ms: v.number(),
      latest_ms: v.nullable(v.number()),
      attempts: v.array(rowSchema),
      schedule: v.nullable(rowSchema),
    }),
  ),
});

/**
 * Reads the answer of `loadSql`. `$1`: the account, `$2`: ids of packs, `$3`: the id of an attempt, `$4`: the id of a scheduled
 * release, `$5`: whether to load all packs with a scheduled release, `$6`: the steps that may have been committed.
 *
 * @throws `DamagedRowError`
 */
export function toLoaded(row: Row | undefined): Loaded {
  const parsed = v.safeParse(loadedSchema, JSON.parse(text(row ?? {}, "loaded")));
  if (!parsed.success) throw new DamagedRowError("A pack of the records has another form than expected.");
  const { now_ms, committed, packs } = parsed.output;
  return {
    now: new Date(now_ms),
    committed,
    packs: packs.map((pack) => ({
      packId: pack.pack_id,
      version: pack.version,
      holder: pack.holder,
      leftMs: pack.left_ms,
      latestMs: pack.latest_ms ?? undefined,
      attempts: pack.attempts.map((each) => ({
        attempt: toAttempt(each),
        holder: optionalText(each, "holder") ?? "",
        releasedMs: typeof each["released_ms"] === "number" ? each["released_ms"] : undefined,
      })),
      schedule: pack.schedule
        ? { scheduleId: text(pack.schedule, "schedule_id"), row: pack.schedule }
        : undefined,
    })),
  };
}

/** Has packs that the records do not know yet among those that are loaded afterwards. For claims. */
export const knowPacksSql = `
  WITH known AS (
    INSERT INTO integration_packs.pack (account, pack_id)
      SELECT $1::text, pack_id FROM unnest($2::text[]) AS pack_id ORDER BY pack_id
      ON CONFLICT (account, pack_id) DO NOTHING
  ),`;

const select = `
  wanted AS (
    SELECT pack_id FROM unnest($2::text[]) AS pack_id
    UNION SELECT pack_id FROM integration_packs.attempt WHERE account = $1 AND attempt_id = $3::text
    UNION SELECT pack_id FROM integration_packs.scheduled_release
      WHERE account = $1 AND (schedule_id = $4::text OR $5::boolean)
  )
  SELECT json_build_object(
    'now_ms', floor(extract(epoch FROM clock_timestamp()) * 1000),
    'committed', (SELECT coalesce(json_agg(step_id), '[]') FROM integration_packs.step WHERE step_id = ANY ($6::text[])),
    'packs', (
      SELECT coalesce(json_agg(json_build_object(
        'pack_id', wanted.pack_id,
        'version', coalesce(pack.version, 0),
        'holder', coalesce(pack.holder, ''),
        'left_ms', CASE WHEN pack.expires_at > clock_timestamp()
          THEN extract(epoch FROM pack.expires_at - clock_timestamp()) * 1000 ELSE 0 END,
        'latest_ms', (SELECT max(released_ms) FROM integration_packs.attempt
          WHERE account = $1 AND pack_id = wanted.pack_id AND state = 'released'),
        'attempts', (SELECT coalesce(json_agg(attempt ORDER BY attempt_key), '[]') FROM integration_packs.attempt
          WHERE account = $1 AND pack_id = wanted.pack_id AND (
            state IN ('sending', 'accepted', 'unknown') OR attempt_id = $3
            OR (request_id <> '' AND request_id = schedule.request_id))),
        'schedule', CASE WHEN schedule.schedule_id IS NOT NULL THEN row_to_json(schedule) END
      )), '[]')
      FROM wanted
      LEFT JOIN integration_packs.pack ON pack.account = $1 AND pack.pack_id = wanted.pack_id
      LEFT JOIN integration_packs.scheduled_release schedule
        ON schedule.account = $1 AND schedule.pack_id = wanted.pack_id
    )
  )::text AS loaded`;

/** Reads packs in one state, without a change. */
export const loadSql = `WITH ${select}`;

/** As `loadSql`, and has the records know the packs. */
export const loadForClaimSql = `${knowPacksSql} ${select}`;
