import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { asOwner } from "./postgresForTests.ts";

/** Has the database find a clock that can be set before the server's own. For connections from now on. */
export async function installClock(address: RecordsAddress): Promise<void> {
  await asOwner(address, (query) =>
    query(`
      CREATE SCHEMA shifted;
      CREATE TABLE shifted.clock (shift interval NOT NULL);
      INSERT INTO shifted.clock VALUES ('0');
      CREATE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
        'SELECT pg_catalog.clock_timestamp() + (SELECT shift FROM shifted.clock)';
      ALTER DATABASE ${address.database} SET search_path = shifted, pg_catalog, public;
    `),
  );
}

/** Sets the clock that `installClock` installed; it goes on from there. */
export async function setClock(address: RecordsAddress, now: Date): Promise<void> {
  await asOwner(address, (query) =>
    query("UPDATE shifted.clock SET shift = $1::timestamptz - pg_catalog.clock_timestamp()", [
      now.toISOString(),
    ]),
  );
}
