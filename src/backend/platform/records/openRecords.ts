import { Database, type DatabaseOptions } from "../../sqlite/database.ts";
import type { RecordsServerOptions } from "./postgres/server/recordsServer.ts";
import type { ReleaseRecords } from "./releaseRecords.ts";
import { recordsFormat } from "./sqlite/recordsFormat.ts";
import { SqliteReleaseRecords } from "./sqlite/sqliteReleaseRecords.ts";

/** Where records are: in a file, or on a server that a team shares. */
export type RecordsPlace = DatabaseOptions | RecordsServerOptions;

/**
 * Opens the records of an account. A server is not asked anything yet. `clock` says when claims expire in a file.
 *
 * @throws `StoreUnavailable`
 */
export async function openRecords(
  place: RecordsPlace,
  account: string,
  clock: () => Date,
): Promise<ReleaseRecords> {
  if ("file" in place) {
    return new SqliteReleaseRecords(await Database.open(place, recordsFormat), account, clock);
  }
  const [{ PostgresReleaseRecords }, { RecordsServer }] = await Promise.all([
    import("./postgres/postgresReleaseRecords.ts"),
    import("./postgres/server/recordsServer.ts"),
  ]);
  return new PostgresReleaseRecords(new RecordsServer(place), account);
}
