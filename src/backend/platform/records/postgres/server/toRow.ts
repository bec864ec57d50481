import * as v from "valibot";
import { DamagedRowError, type Row } from "../../../../sqlite/rows.ts";

/** The schema of a row as the server gives it. */
export const rowSchema = v.record(v.string(), v.union([v.string(), v.number(), v.null()]));

/** A row that the server gave as JSON. @throws `DamagedRowError` */
export function toRow(json: string): Row {
  const parsed = v.safeParse(rowSchema, JSON.parse(json));
  if (!parsed.success) throw new DamagedRowError("A row has a column of another type than expected.");
  return parsed.output;
}
