import assert from "node:assert/strict";
import { PostgresReleaseRecords } from "../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { summarize } from "../support/mocha/summarize.ts";
import { asOwner, describeWithPostgres, recordsServer } from "../support/postgres/postgresForTests.ts";
import { attempt } from "../support/records/recordedRelease.ts";
import { extent } from "./support/extent.ts";

const packs = 1_000;
const releases = extent(100_000, 1_000_000);

describeWithPostgres(`shared records of ${releases} releases`, (get) => {
  it("find the latest release of each pack, and what is open, without reading them all", async function () {
    this.timeout(600_000);
    const address = await get().createDatabase();
    const records = new PostgresReleaseRecords(recordsServer(address), "account");
    try {
      await records.hasReleased("p7");
      await asOwner(address, async (query) => {
        await query(`INSERT INTO integration_packs.pack (account, pack_id)
          SELECT 'account', 'p' || n FROM generate_series(0, ${packs - 1}) n`);
        await query(`
          INSERT INTO integration_packs.attempt (attempt_id, account, pack_id, pack_name, request_id, schedule_id, holder, state,
            trigger, sent_at, sent_by, versions, removed, released_at, released_ms)
          SELECT 'a' || n, 'account', 'p' || n % ${packs}, 'Pack', 'r' || n, '', '', 'released', 'immediate',
            '2026-01-01T00:00:00.000Z', 'dev', '{"a":"1.1"}', '[]', '2026-01-01T00:00:00.000Z', n
          FROM generate_series(1, ${releases}) n`);
        await query("ANALYZE integration_packs.attempt");
        await query("ANALYZE integration_packs.pack");
      });
      const started = performance.now();
      assert.equal((await records.latestReleases()).length, packs);
      assert.ok(await records.hasReleased("p7"));
      const listed = performance.now();
      await records.claim([{ packId: "p7", name: "Pack" }], "h1");
      const sent = await records.recordSending(
        { ...attempt, packId: "p7" },
        { holder: "h1", acknowledged: [] },
      );
      await records.recordReleased(sent.attemptId, new Date(), false);
      const recorded = performance.now();
      assert.deepEqual(await records.listOpenAttempts(), []);
      assert.deepEqual(await readSequentially(address), [], "no statement reads the whole table");
      summarize(
        `shared records of ${releases} releases: the latest ones of ${packs} packs in ${Math.round(listed - started)} ms, a release recorded in ${Math.round(recorded - listed)} ms`,
      );
    } finally {
      records.dispose();
    }
  });
});

/** The statements of views and releases that PostgreSQL would run by reading the whole table of attempts. */
async function readSequentially(address: Parameters<typeof asOwner>[0]): Promise<string[]> {
  const statements = [
    `SELECT * FROM integration_packs.attempt WHERE account = 'account' AND state IN ('sending', 'accepted', 'unknown')`,
    `SELECT max(released_ms) FROM integration_packs.attempt WHERE account = 'account' AND pack_id = 'p7' AND state = 'released'`,
    `SELECT * FROM integration_packs.attempt WHERE plan_hash = 'sha256:' AND account = 'account'`,
  ];
  const sequential: string[] = [];
  await asOwner(address, async (query) => {
    for (const statement of statements) {
      if (JSON.stringify(await query(`EXPLAIN ${statement}`)).includes("Seq Scan"))
        sequential.push(statement);
    }
  });
  return sequential;
}
