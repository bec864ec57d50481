import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import {
  accountKey,
  type PlatformConnection,
} from "../../src/backend/platform/account/platformConnection.ts";
import { openRecords } from "../../src/backend/platform/records/openRecords.ts";
import type { RecordsAddress } from "../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { createParts } from "../../src/backend/platform/platformParts.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { PlatformStandIn, testAccess } from "../support/platform/platformStandIn.ts";
import { QuickTiming } from "../support/platform/quickTiming.ts";
import { asOwner, describeWithPostgres, ownerPassword } from "../support/postgres/postgresForTests.ts";
import { installClock, setClock } from "../support/postgres/shiftedClock.ts";
import { silentLog } from "../support/silentLog.ts";
import { extent, seed } from "./support/extent.ts";
import { SeededRandom } from "./support/seededRandom.ts";
import { Team } from "./support/team.ts";
import { assertReported } from "./support/teamReports.ts";
import { teamContent } from "./support/teamWork.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const packIds = ["pack-1", "pack-2", "pack-3", "pack-4", "pack-5", "pack-6", "pack-7", "pack-8"] as const;
/** How much the clocks of the programs are ahead of the server's. Those a day behind schedule for its present date. */
const skews = [0, 0, minute, -minute, -day, -day, day, 2 * 60 * minute];
/** The server's clock at the start of the test, in the window of its date. */
const start = Date.parse("2026-06-12T00:01:00Z");

describeWithPostgres("a team of eight programs on one account", (get) => {
  it("sends each confirmed release once, while programs, server and connections are killed", async function () {
    this.timeout(900_000);
    const { server, createDatabase } = get();
    const address = await createDatabase();
    const time = new TeamTime(address);
    await installClock(address);
    await time.advance(0);
    const platform = await PlatformStandIn.start(teamContent(packIds.length), { now: () => time.now() });
    const connection = {
      baseUrl: platform.baseUrl,
      accountId: testAccess.accountId,
      overrideAccount: "",
      user: testAccess.email,
      token: testAccess.token,
    };
    const team = new Team((first) => ({
      connection,
      address,
      password: ownerPassword,
      packIds,
      first,
      time: time.now().getTime(),
      seed,
    }));
    const cut = { servers: 0, connections: 0, clock: 0 };
    const random = new SeededRandom("team", seed);
    const faults = [
      () => team.kill((list) => random.pick(list)),
      async () => void (cut.connections += await cutConnections(address)),
      async () => {
        await server.stop(random.pick(["kill", "kill", "fast"]));
        cut.servers += 1;
        await wait(random.below(1_500));
        await server.resume();
      },
      async () => {
        // The claims of killed programs expire, and those of live ones, too.
        await time.advance(4 * minute);
        cut.clock += 1;
      },
    ] as const;
    try {
      for (const skew of skews) team.start(skew);
      const end = Date.now() + extent(0, 60_000);
      while (Date.now() < end || team.confirmed.size < extent(50, 300) || team.ran.size < 2) {
        // By what the programs did, not by time: a busy machine does less.
        await team.waitForLines(random.below(4));
        await wait(random.below(200));
        await random.pick(faults)();
      }
      await team.end();
      await settle(address, connection, time);
      const rows = await asOwner(address, (query) =>
        query("SELECT state, versions FROM integration_packs.attempt WHERE state <> 'scheduled'"),
      );
      const { accepted, released, unknown } = assertReported(team, platform, rows);
      assert.ok(accepted > 5);
      summarize(
        `a team of eight: ${team.confirmed.size} confirmed, ${accepted} counted by the platform, each once – ${released} recorded as released ` +
          `(${team.ran.size} reported by schedules), ${unknown} as unknown; ${team.cancelled.size} cancelled; killed ${team.killed} programs, ${cut.servers} servers, ` +
          `${cut.connections} connections; clock advanced ${cut.clock} times; 0 repeated, 0 misreported`,
      );
    } finally {
      await team.end();
      await platform.stop();
    }
  });
});

/** The clock of the server and of the platform, which goes on by itself. */
class TeamTime {
  readonly #address: RecordsAddress;
  readonly #began = Date.now();
  #advanced = 0;

  constructor(address: RecordsAddress) {
    this.#address = address;
  }

  now(): Date {
    return new Date(start + this.#advanced + Date.now() - this.#began);
  }

  /** Has the clock leap forward. */
  async advance(ms: number): Promise<void> {
    this.#advanced += ms;
    await setClock(this.#address, this.now());
  }
}

/** Cuts some connections of programs. Resolves to their number. */
async function cutConnections(address: RecordsAddress): Promise<number> {
  const rows = await asOwner(address, (query) =>
    query(
      `SELECT pg_terminate_backend(pid)::text AS cut FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 4`,
    ),
  );
  return rows.length;
}

/** Looks up the ends of everything that killed programs left, once all claims have expired. */
async function settle(
  address: RecordsAddress,
  connection: PlatformConnection,
  time: TeamTime,
): Promise<void> {
  const place = { address, password: () => Promise.resolve(ownerPassword) };
  const clock = () => time.now();
  const records = await openRecords(place, accountKey(connection), clock);
  const parts = createParts(records, {
    connection,
    requestsPerSecond: 10,
    scheduleWith: "workspace",
    records: place,
    log: silentLog,
    clock,
    timing: new QuickTiming(),
  });
  try {
    for (let round = 0; round < 3; round += 1) {
      await time.advance(30 * minute);
      for (const packId of packIds) await parts.scheduledPacks.claim(packId, () => Promise.resolve());
    }
  } finally {
    parts.client.dispose();
    records.dispose();
  }
}
