import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { RecordsAddress } from "../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { asOwner, describeWithPostgres } from "../support/postgres/postgresForTests.ts";
import { extent, seed } from "./support/extent.ts";
import { SeededRandom } from "./support/seededRandom.ts";
import { TeamRun } from "./support/teamRun.ts";
import { day, minute } from "./support/teamTime.ts";

/** How much the clocks of the programs are ahead of the server's. Those a day behind schedule for its present date. */
const skews = [0, 0, minute, -minute, -day, -day, day, 2 * 60 * minute];

describeWithPostgres("a team of eight programs on one account", (get) => {
  it("sends each confirmed release once, while programs, server and connections are killed", async function () {
    this.timeout(900_000);
    const { server, createDatabase } = get();
    const address = await createDatabase();
    const run = await TeamRun.start(address);
    const { team, time } = run;
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
      const { accepted, released, unknown } = await run.finish();
      assert.ok(accepted > 5);
      summarize(
        `a team of eight: ${team.confirmed.size} confirmed, ${accepted} counted by the platform, each once – ${released} recorded as released ` +
          `(${team.ran.size} reported by schedules), ${unknown} as unknown; ${team.cancelled.size} cancelled; killed ${team.killed} programs, ${cut.servers} servers, ` +
          `${cut.connections} connections; clock advanced ${cut.clock} times; 0 repeated, 0 misreported`,
      );
    } finally {
      await run.dispose();
    }
  });
});

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
