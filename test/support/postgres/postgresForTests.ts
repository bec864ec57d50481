import { randomUUID } from "node:crypto";
import type { Suite } from "mocha";
import { canInstallPostgres } from "../../../scripts/install/installPostgres.ts";
import {
  owner,
  PostgresServer,
  type PostgresServerOptions,
} from "../../../scripts/postgres/postgresServer.ts";
import { RecordsServer } from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { queryOf, type Query } from "../../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { createClient } from "../../../src/backend/platform/records/postgres/server/pool.ts";

/** The owner's password. */
export const ownerPassword = "owner's password";

/** A server for the tests of a suite. */
export interface TestServer {
  readonly server: PostgresServer;
  /** Creates an empty database and gives its address for the owner. */
  readonly createDatabase: () => Promise<RecordsAddress>;
}

/** Where the tests of a suite run with a server of their own. */
export function describeWithPostgres(
  title: string,
  define: (this: Suite, get: () => TestServer) => void,
  options: Partial<PostgresServerOptions> = {},
): void {
  if (!canInstallPostgres()) {
    describe.skip(`${title} (no PostgreSQL for ${process.platform} on ${process.arch})`, () => undefined);
    return;
  }
  describe(title, function () {
    let server: PostgresServer | undefined;
    before(async function () {
      this.timeout(300_000);
      server = await PostgresServer.start({ password: ownerPassword, ...options });
    });
    after(async function () {
      this.timeout(60_000);
      await server?.dispose();
    });
    define.call(this, () => {
      if (!server) throw new TypeError("The server has not started.");
      return { server, createDatabase: databasesOf(server) };
    });
  });
}

function databasesOf(server: PostgresServer): () => Promise<RecordsAddress> {
  return async () => {
    const database = `records_${randomUUID().replaceAll("-", "")}`;
    await asOwner(addressOf(server, "postgres"), (query) => query(`CREATE DATABASE ${database}`));
    return addressOf(server, database);
  };
}

/** The address of a database for the owner. */
export function addressOf(server: PostgresServer, database: string): RecordsAddress {
  return { user: owner, host: "127.0.0.1", port: server.port, database, sslMode: "disable" };
}

/** Runs statements as the owner, on a connection of their own. */
export async function asOwner<T>(address: RecordsAddress, work: (query: Query) => Promise<T>): Promise<T> {
  const password = () => Promise.resolve(ownerPassword);
  const client = await createClient({ address, password, timeout: 240_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(queryOf(client));
  } finally {
    await client.end();
  }
}

/** Opens the records at the address as the owner. */
export function recordsServer(address: RecordsAddress, patience?: number): RecordsServer {
  return new RecordsServer({
    address,
    password: () => Promise.resolve(ownerPassword),
    ...(patience !== undefined && { patience }),
  });
}
