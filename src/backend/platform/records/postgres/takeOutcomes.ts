import { optionalText } from "../../../sqlite/rows.ts";
import type { ScheduledOutcome } from "../../../releaseWatch.ts";
import { toAttempt } from "../attemptRow.ts";
import { toRelease } from "../releaseAttempt.ts";
import { toOutcome } from "../storedOutcome.ts";
import { toRow } from "./server/toRow.ts";
import type { Query } from "./server/recordsServer.ts";

const find =
  "SELECT 1 AS found FROM integration_packs.unreported_outcome WHERE account = $1 AND taken_by IS NULL LIMIT 1";

const take = `
  WITH taken AS (
    UPDATE integration_packs.unreported_outcome SET taken_by = $2, taken_at = coalesce(taken_at, clock_timestamp())
      WHERE account = $1 AND (taken_by IS NULL OR taken_by = $2) RETURNING outcome_key, outcome
  )
  SELECT outcome, row_to_json(attempt)::text AS attempt FROM taken
    LEFT JOIN integration_packs.attempt ON attempt_id = outcome::json -> 'end' ->> 'attemptId' ORDER BY outcome_key`;

/**
 * Takes the outcomes that nobody reported yet, in the order in which they were found. With the same `stepId` it gives those
 * again that it took, for whom the answer did not reach.
 */
export async function takeOutcomes(
  query: Query,
  account: string,
  stepId: string,
  isAgain: boolean,
): Promise<ScheduledOutcome[]> {
  // Reading first writes nothing while there are none, which is nearly always.
  if (!isAgain && (await query(find, [account])).length === 0) return [];
  const rows = await query(take, [account, stepId]);
  return rows.flatMap((row) => {
    const json = optionalText(row, "attempt");
    const attempt = json === undefined ? undefined : toAttempt(toRow(json));
    return toOutcome(row, () => attempt && toRelease(attempt)) ?? [];
  });
}
