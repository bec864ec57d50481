import type { CheckBasis, PlanEvent } from "../../../model/plan/check/checkBasis.ts";
import type { PlanHash } from "../../../model/plan/file/planHash.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { Connection } from "../../sqlite/connection.ts";
import { integer, text } from "../../sqlite/rows.ts";
import { getPacks } from "../packs/packs.ts";
import { readVersions, type VersionPair } from "./plannableVersions.ts";

/** Reads what a plan is checked against: five statements, whatever the number of packs. Call it inside a transaction. */
export function readCheckBasis(
  connection: Connection,
  plan: ReleasePlan,
  planHash: PlanHash,
  today: Pick<CheckBasis, "now" | "timeZone">,
): CheckBasis {
  const packIds = plan.packs.map(({ packId }) => packId);
  const pairs = plan.packs.flatMap(({ components }) =>
    components.flatMap(({ componentId, from, to }): VersionPair[] => [
      [componentId, from],
      [componentId, to ?? ""],
    ]),
  );
  return {
    packs: getPacks(connection, packIds),
    versions: readVersions(connection, pairs),
    accounts: countAccounts(connection, packIds),
    history: readHistory(connection, planHash),
    ...today,
  };
}

/** How many accounts have each pack installed: every installation gets the release at once (rule 6). */
function countAccounts(connection: Connection, packIds: readonly string[]): ReadonlyMap<string, number> {
  const rows = connection.all(
    `SELECT pack_id, (SELECT count(*) FROM installation WHERE installation.pack_key = pack.pack_key) AS accounts
    FROM pack WHERE pack_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(packIds),
  );
  return new Map(rows.map((row) => [text(row, "pack_id"), integer(row, "accounts")]));
}

function readHistory(connection: Connection, planHash: PlanHash): ReadonlyMap<string, PlanEvent[]> {
  const history = new Map<string, PlanEvent[]>();
  const add = (packId: string, kind: PlanEvent["kind"]) => {
    const events = history.get(packId) ?? [];
    history.set(packId, events);
    events.push({ planHash, kind });
  };
  const ofPacks = (table: string) =>
    connection.all(
      `SELECT DISTINCT pack_id FROM ${table} JOIN pack USING (pack_key) WHERE plan_hash = ?`,
      planHash,
    );
  for (const row of ofPacks("release")) add(text(row, "pack_id"), "released");
  for (const row of ofPacks("schedule_event")) add(text(row, "pack_id"), "scheduled");
  return history;
}
