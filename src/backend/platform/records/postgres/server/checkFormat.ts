import { describeAddress, type RecordsAddress } from "./recordsAddress.ts";
import { schemaSteps } from "./recordsSchema.ts";
import type { Query } from "./recordsServer.ts";
import { codeOf, missingRight, serverErrors, undefinedTable } from "./serverErrors.ts";
import { migrateRecords, readFormat } from "./migrateRecords.ts";

/** The earliest format that this program reads and writes: the later ones only add to it. */
const earliestFormat = 1;

/**
 * Checks that the server has records of a format that this program can read; an owner role sets up an empty database. One round
 * trip where the records are there. Resolves to the number of the format, which is that of this program where it is newer.
 *
 * @throws `StoreUnavailable`
 */
export async function checkFormat(query: Query, address: RecordsAddress): Promise<number> {
  const where = describeAddress(address);
  const version = (await readFormat(query).catch(unlessMissing)) ?? 0;
  if (version >= earliestFormat) return Math.min(version, schemaSteps.length);
  const { after } = await migrateRecords(query).catch((error: unknown) => {
    throw codeOf(error) === missingRight ? serverErrors.empty(where, address.user) : error;
  });
  return after;
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== undefinedTable) throw error;
}
