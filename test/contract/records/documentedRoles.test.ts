import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../../../scripts/editor/editor.ts";
import { createClient } from "../../../src/backend/platform/records/postgres/server/pool.ts";
import type { RecordsAddress } from "../../../src/backend/platform/records/postgres/server/recordsAddress.ts";
import { CommandLineCall } from "../../support/cli/commandLine.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { addressOf, describeWithPostgres, ownerPassword } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, sending } from "../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

/** The blocks of SQL in the document, and the password that it writes. */
const document = readFileSync(join(checkout, "docs/team-records.md"), "utf8");
const blocks = [...document.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, sql = ""]) => sql);
const password = "…";

describeWithPostgres("the roles of docs/team-records.md", (get) => {
  const open = openedRecords();

  it("set records up as their owner, and work with them without owning them", async () => {
    const [roles = "", grants = "", ...others] = blocks;
    assert.deepEqual(others, []);
    await runAs(addressOf(get().server, "postgres"), ownerPassword, roles);
    const packs = addressOf(get().server, "packs");
    const asRole = (user: string) => ({ ...packs, user });
    const worker = () => open(asRole("packs_worker"), { password: () => Promise.resolve(password) });
    await rejectsWith(worker().history(), "StoreUnavailable", /"packs_worker" may not set it up/);
    const url = `postgres://packs_owner@127.0.0.1:${packs.port}/packs?sslmode=disable`;
    const migrated = await new CommandLineCall(["records", "migrate", "--records", url], {
      environment: { PGPASSWORD: password },
      workingFolder: tmpdir(),
    }).result;
    assert.equal(migrated.exitCode, 0, migrated.errorOutput);
    await runAs(asRole("packs_owner"), password, grants);
    const records = worker();
    await records.claim([pack], "h1");
    const { attemptId } = await records.recordSending(attempt, sending);
    await records.recordReleased(attemptId, new Date(), false);
    assert.equal((await worker().history()).length, 1);
    const upgrading = runAs(
      asRole("packs_worker"),
      password,
      "UPDATE integration_packs.format SET version = 9",
    );
    await assert.rejects(upgrading, /permission denied/);
  });
});

/** Runs statements one by one, as `psql` does. */
async function runAs(address: RecordsAddress, rolePassword: string, sql: string): Promise<void> {
  const client = await createClient({ address, password: () => Promise.resolve(rolePassword) });
  await client.connect();
  try {
    for (const statement of sql.split(/;\s*\n/)) {
      if (statement.trim() !== "") await client.query(statement);
    }
  } finally {
    await client.end();
  }
}
