import { describeAddress, type RecordsAddress } from "./recordsAddress.ts";
import { schemaSteps } from "./recordsSchema.ts";
import type { Query } from "./recordsServer.ts";
import { codeOf, missingRight, serverErrors, undefinedTable } from "./serverErrors.ts";
import { migrateRecords, readFormat } from "./migrateRecords.ts";

/**
 * Checks that the server has records of a format that this program can read; an owner role sets up an empty database. One round
 * trip where the records are there.
 *
 * @throws `StoreUnavailable`
 */
export async function checkFormat(query: Query, address: RecordsAddress): Promise<void> {
  const where = describeAddress(address);
  const version = (await readFormat(query).catch(unlessMissing)) ?? 0;
  if (version >= schemaSteps.length) return;
  if (version > 0) throw serverErrors.earlierFormat(where, version);
  await migrateRecords(query).catch((error: unknown) => {
    throw codeOf(error) === missingRight ? serverErrors.empty(where, address.user) : error;
  });
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== undefinedTable) throw error;
}
