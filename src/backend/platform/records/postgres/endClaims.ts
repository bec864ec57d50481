import { integer } from "../../../sqlite/rows.ts";
import type { Query } from "./server/recordsServer.ts";

const end = `
  WITH ended AS (
    UPDATE integration_packs.pack SET holder = '', version = version + 1
      WHERE account = $1 AND holder = $2 AND holder <> '' RETURNING pack_id
  )
  SELECT count(*)::integer AS ended FROM ended`;

/** Ends all claims of the holder; those that somebody else took over stay. Resolves to the number of the packs. */
export async function endClaims(query: Query, account: string, holder: string): Promise<number> {
  const [row = {}] = await query(end, [account, holder]);
  return integer(row, "ended");
}
