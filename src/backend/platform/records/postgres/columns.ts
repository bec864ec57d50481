// The columns of the tables of shared records, without the account's, as statements name them.

export const attemptNames = `attempt_id, pack_id, pack_name, request_id, schedule_id, holder, state, trigger, sent_at, sent_by,
  versions, removed, scheduled, plan_hash, plan_name, released_at, released_ms`;

export const attemptTypes = `attempt_id text, pack_id text, pack_name text, request_id text, schedule_id text, holder text,
  state text, trigger text, sent_at text, sent_by text, versions text, removed text, scheduled text, plan_hash text,
  plan_name text, released_at text, released_ms bigint`;

const firstScheduleNames = `pack_id, pack_name, schedule_id, keeper, request_id, date, time_zone, scheduled_by, scheduled_at,
  state, problem, problem_code, versions, confirmed, plan_hash, plan_name`;

/** Those of a scheduled release that records of the format have. */
export function scheduleNames(format: number): string {
  return format < 2 ? firstScheduleNames : `${firstScheduleNames}, missed_releases`;
}

export function scheduleTypes(format: number): string {
  return scheduleNames(format)
    .split(",")
    .map((name) => `${name} text`)
    .join(",");
}
