import { randomUUID } from "node:crypto";
import { canInstallPostgres } from "../../scripts/install/installPostgres.ts";
import { PostgresServer } from "../../scripts/postgres/postgresServer.ts";
import { systemTiming } from "../../src/backend/platform/http/timing.ts";
import { PostgresReleaseRecords } from "../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { createClient } from "../../src/backend/platform/records/postgres/server/pool.ts";
import {
  RecordsServer,
  type RecordsServerOptions,
} from "../../src/backend/platform/records/postgres/server/recordsServer.ts";
import { manyPacks } from "../../test/support/platform/manyPacks.ts";
import { PlatformBackends } from "../../test/support/platform/platformBackends.ts";
import { addressOf } from "../../test/support/postgres/postgresForTests.ts";
import { TcpProxy } from "../../test/support/postgres/tcpProxy.ts";
import { attempt, pack } from "../../test/support/records/recordedRelease.ts";
import { alternate, timed, type Measure, type Samples } from "../measure.ts";

/** A server behind a proxy that counts its round trips, with records that are set up. */
interface CountedServer {
  readonly proxy: TcpProxy;
  readonly options: RecordsServerOptions;
}

/** Measures of records that a team shares. There are none where there is no PostgreSQL to install. */
export const sharedRecordsMeasures: readonly Measure[] = canInstallPostgres()
  ? [
      {
        name: "A release on shared records: claim, sending, answer and outcome",
        floor: "4 round trips: one statement for each",
        unit: "requests",
        target: 1.3,
        run: ({ runs }) =>
          onServer(({ proxy, options }) =>
            alternate(
              runs,
              () => countFor(proxy, options, recordRelease),
              () => countBareStatements(proxy, options),
            ),
          ),
      },
      {
        name: "Opening shared records and reading from them, once connected",
        floor: "",
        unit: "requests",
        target: 2,
        run: ({ runs }) =>
          onServer(async ({ proxy, options }) => {
            const { ours } = await alternate(
              runs,
              () => countFor(proxy, options, undefined),
              () => Promise.resolve(0),
            );
            return { ours, floor: [] };
          }),
      },
      {
        name: "1,000 packs with shared records from the platform at 100 ms",
        floor: "the same with records in a file",
        unit: "ms",
        target: 1.1,
        run: ({ runs }) =>
          onServer(async ({ options }) => {
            const content = manyPacks(1_000, 1);
            const backends = await PlatformBackends.start(content, { latencyMilliseconds: 100 });
            const list = async (records?: RecordsServerOptions) => {
              const timing = { timing: systemTiming, requestsPerSecond: 10 };
              const backend = await backends.open({ ...timing, ...(records && { records }) });
              const duration = await timed(() => backend.listPackSummaries());
              backend.dispose();
              return duration;
            };
            try {
              return await alternate(
                runs,
                () => list(options),
                () => list(),
              );
            } finally {
              await backends.dispose();
            }
          }),
      },
    ]
  : [];

async function onServer(work: (server: CountedServer) => Promise<Samples>): Promise<Samples> {
  const password = randomUUID();
  const server = await PostgresServer.start({ password });
  const proxy = await TcpProxy.start(server.port);
  const options: RecordsServerOptions = {
    address: { ...addressOf(server, "postgres"), port: proxy.port },
    password: () => Promise.resolve(password),
  };
  try {
    await new RecordsServer(options).migrate();
    return await work({ proxy, options });
  } finally {
    proxy.dispose();
    await server.dispose();
  }
}

/** The round trips of the work on new records that are open; of opening them and reading, where there is no work. */
async function countFor(
  proxy: TcpProxy,
  options: RecordsServerOptions,
  work: ((records: PostgresReleaseRecords) => Promise<void>) | undefined,
): Promise<number> {
  const records = new PostgresReleaseRecords(new RecordsServer(options), "account");
  try {
    const unopened = proxy.roundTrips;
    await records.listOpenAttempts();
    const opened = proxy.roundTrips;
    if (!work) return opened - unopened;
    await work(records);
    return proxy.roundTrips - opened;
  } finally {
    records.dispose();
  }
}

async function recordRelease(records: PostgresReleaseRecords): Promise<void> {
  const holder = randomUUID();
  await records.claim([pack], holder);
  const { attemptId } = await records.recordSending(attempt, { holder, acknowledged: [] });
  await records.recordAccepted(attemptId, holder);
  await records.recordReleased(attemptId, new Date(), false);
}

/** Stores the same without any check. */
async function countBareStatements(proxy: TcpProxy, options: RecordsServerOptions): Promise<number> {
  const client = await createClient(options);
  await client.connect();
  try {
    await client.query("CREATE TABLE IF NOT EXISTS bare (id text PRIMARY KEY, holder text, state text)");
    const before = proxy.roundTrips;
    const id = randomUUID();
    await client.query("INSERT INTO bare (id, holder) VALUES ($1, 'h') ON CONFLICT DO NOTHING", [id]);
    for (const state of ["sending", "accepted", "released"]) {
      await client.query("UPDATE bare SET state = $2 WHERE id = $1", [id, state]);
    }
    return proxy.roundTrips - before;
  } finally {
    await client.end();
  }
}
