import { readFile } from "node:fs/promises";
import type { ClientConfig, Client, Pool } from "pg";
import type { RecordsAddress } from "./recordsAddress.ts";

/** How to connect to shared records. */
export interface ServerAccess {
  readonly address: RecordsAddress;
  /** Resolves to the password of the role; to nothing where there is none. Called for each connection. */
  readonly password: () => Promise<string | undefined>;
  /** How long a connection or a statement may take, in ms; ten seconds when left out. The outcome is looked up after that. */
  readonly timeout?: number;
}

/** The most connections of one program. */
const mostConnections = 4;

/** Creates a pool of connections, which connects at first use. Loads the driver. */
export async function createPool(access: ServerAccess): Promise<Pool> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    ...(await configOf(access)),
    max: mostConnections,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nothing uses it is replaced at the next use. One that breaks between two statements of an
  // operation fails the second one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Creates one connection, not yet connected, beside those of the pool. */
export async function createClient(access: ServerAccess): Promise<Client> {
  const { default: pg } = await import("pg");
  return new pg.Client(await configOf(access));
}

/** Everything is set, so that the driver takes nothing else from the environment. */
async function configOf({ address, password, timeout = 10_000 }: ServerAccess): Promise<ClientConfig> {
  const { user, host, port, database, sslMode, sslRootCert } = address;
  return {
    user,
    host,
    port,
    database,
    password: async () => (await password()) ?? "",
    ssl:
      sslMode === "disable"
        ? false
        : {
            rejectUnauthorized: true,
            ...(sslRootCert !== undefined && { ca: await readFile(sslRootCert, "utf8") }),
          },
    application_name: "integration-packs",
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    keepAlive: true,
  };
}
