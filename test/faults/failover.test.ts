import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { PostgresServer } from "../../scripts/postgres/postgresServer.ts";
import type { RecordsAddress } from "../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { asOwner, describeWithPostgres } from "../support/postgres/postgresForTests.ts";
import { TcpProxy } from "../support/postgres/tcpProxy.ts";
import { extent, seed } from "./support/extent.ts";
import { SeededRandom } from "./support/seededRandom.ts";
import { TeamRun } from "./support/teamRun.ts";

describeWithPostgres("a team whose server fails over to a copy", (get) => {
  it("sends each confirmed release once, where the copy has every committed transaction", async function () {
    this.timeout(900_000);
    const { server, createDatabase } = get();
    const { database, ...created } = await createDatabase();
    const proxy = await TcpProxy.start(created.port);
    // The address of the team stays the same, whichever server answers.
    const run = await TeamRun.start({ ...created, database, port: proxy.port });
    const { team } = run;
    const random = new SeededRandom("failover", seed);
    const copies: PostgresServer[] = [];
    let active = server;
    try {
      for (let program = 0; program < 4; program += 1) team.start(0);
      while (copies.length < extent(2, 15) || team.confirmed.size < extent(12, 150)) {
        await team.waitForLines(1 + random.below(6));
        await wait(random.below(300));
        await active.stop("kill");
        active = await active.startCopy();
        copies.push(active);
        const copy = { ...created, database, port: active.port };
        await setReadOnly(copy, true);
        proxy.target = active.port;
        proxy.cut();
        // For a while, the copy only reads, as one that is not promoted yet.
        await wait(random.below(1_000));
        await setReadOnly(copy, false);
        proxy.cut();
      }
      const { accepted, released, unknown } = await run.finish();
      assert.ok(accepted > 2);
      summarize(
        `failover: ${copies.length} copies took over while four programs confirmed ${team.confirmed.size} – ${accepted} counted by the platform, ` +
          `each once, ${released} recorded as released, ${unknown} as unknown; 0 repeated, 0 misreported`,
      );
    } finally {
      await run.dispose();
      proxy.dispose();
      for (const copy of copies) await copy.dispose();
    }
  });
});

/** Has new connections to the database only read, or read and write. */
async function setReadOnly(address: RecordsAddress, isReadOnly: boolean): Promise<void> {
  await asOwner(address, async (query) => {
    await query("SET default_transaction_read_only = off");
    await query(
      `ALTER DATABASE ${address.database} SET default_transaction_read_only = ${isReadOnly ? "on" : "off"}`,
    );
  });
}
