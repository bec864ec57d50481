import type { Connection } from "../../sqlite/connection.ts";
import { isUpdatePending } from "./isUpdatePending.ts";

/**
 * Records what each account with the pack has of it. Call it inside the transaction of a release, before the pack's scheduled
 * release is dropped and the installations move to the new release.
 */
export function recordStatesBefore(connection: Connection, packKey: number): void {
  connection.run(
    `UPDATE installation SET state_before = CASE
      WHEN applied_scheduled = 1 THEN 'appliedEarly'
      WHEN ${isUpdatePending} THEN 'updatePending'
      WHEN release_key = (SELECT release_key FROM latest_release WHERE pack_key = ?1) THEN 'current'
      ELSE 'behind' END
    WHERE pack_key = ?1`,
    packKey,
  );
}
