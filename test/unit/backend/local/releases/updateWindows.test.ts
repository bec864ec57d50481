import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { LocalBackend } from "../../../../../src/backend/local/localBackend.ts";
import { updateWindows } from "../../../../../src/backend/local/releases/updateWindows.ts";
import { Connection } from "../../../../../src/backend/sqlite/connection.ts";
import { ids, store } from "../../../../support/fixtures/store.ts";
import { executeElsewhere } from "../../../../support/store/executeElsewhere.ts";
import { StoreWithBackups } from "../../../../support/store/storeWithBackups.ts";

/** As it was derived by rules in which Vancouver still changes its clocks: 08:00Z in winter. */
const outdated = `UPDATE schedule SET
  window_start = '2026-12-20T08:00:00.000Z', window_start_ms = 1766217600000,
  window_end = '2026-12-20T09:00:00.000Z', window_end_ms = 1766221200000`;
const otherRules = "UPDATE property SET value = '2020a' WHERE name = 'timeZoneRules'";

describe("the windows of scheduled releases, when the rules of time zones change", () => {
  let stores: StoreWithBackups;
  let expected: readonly (string | undefined)[];

  beforeEach(async () => {
    stores = new StoreWithBackups();
    const backend = await stores.openWith(store());
    await backend.schedules.schedule({
      packId: ids.orderToCash,
      date: "2026-12-20",
      timeZone: "America/Vancouver",
    });
    expected = await windowOf(backend);
    backend.dispose();
  });
  afterEach(() => stores.dispose());

  async function windowOf(backend: LocalBackend) {
    const { scheduled } = await backend.getPack(ids.orderToCash);
    return [scheduled?.windowStart, scheduled?.windowEnd];
  }

  async function reopened(): Promise<LocalBackend> {
    return stores.open();
  }

  it("are derived from date and zone again, in the pack and in the index of what is due", async () => {
    executeElsewhere(stores.file, `${outdated}; ${otherRules}`);
    const backend = await reopened();
    assert.deepEqual(await windowOf(backend), expected);
    const { queue } = backend.schedules;
    const start = new Date(expected[0] ?? "");
    assert.deepEqual(
      (await queue?.listDue(start))?.map(({ packId }) => packId),
      [ids.orderToCash],
    );
    assert.deepEqual(await queue?.listDue(new Date(start.getTime() - 1)), []);
    assert.equal((await queue?.nextDue(new Date(0)))?.schedule.windowStart, expected[0]);
  });

  it("are derived again also where only their end is another", async () => {
    executeElsewhere(
      stores.file,
      `UPDATE schedule SET window_end = '2026-12-20T23:00:00.000Z', window_end_ms = 1766271600000; ${otherRules}`,
    );
    assert.deepEqual(await windowOf(await reopened()), expected);
  });

  it("are derived again in a store of a format without the version of the rules", async () => {
    const withoutPlans = ["release", "schedule", "schedule_event"].map(
      (table) =>
        `DROP INDEX ${table}_of_plan; ALTER TABLE ${table} DROP COLUMN plan_hash; ALTER TABLE ${table} DROP COLUMN plan_name`,
    );
    const withoutStates = "ALTER TABLE installation DROP COLUMN state_before";
    executeElsewhere(
      stores.file,
      `${outdated}; ${withoutStates}; ${withoutPlans.join(";")}; DROP TABLE property; PRAGMA user_version = 3`,
    );
    assert.deepEqual(await windowOf(await reopened()), expected);
  });

  it("are derived again in a backup that is restored", async () => {
    executeElsewhere(stores.file, `${outdated}; ${otherRules}`);
    const backup = stores.backUp();
    await reopened();
    await stores.restore(backup);
    assert.deepEqual(await windowOf(await reopened()), expected);
  });

  it("are compared once for each version of the rules, and each time without one", async () => {
    (await reopened()).dispose();
    executeElsewhere(stores.file, outdated);
    const connection = new Connection(stores.file, "write");
    try {
      const starts = () =>
        connection
          .all("SELECT window_start FROM schedule WHERE time_zone = 'America/Vancouver'")
          .map((row) => row["window_start"]);
      updateWindows(connection, process.versions.tz);
      assert.deepEqual(starts(), ["2026-12-20T08:00:00.000Z"]);
      updateWindows(connection, undefined);
      assert.deepEqual(starts(), [expected[0]]);
    } finally {
      connection.close();
    }
  });

  it("stay as they are for a zone or a date that this runtime does not know", async () => {
    for (const unknown of ["time_zone = 'Mars/Olympus'", "time_zone = 'Pacific/Apia', date = '2011-12-30'"]) {
      executeElsewhere(stores.file, `${outdated}; UPDATE schedule SET ${unknown}; ${otherRules}`);
      const backend = await reopened();
      assert.deepEqual(await windowOf(backend), ["2026-12-20T08:00:00.000Z", "2026-12-20T09:00:00.000Z"]);
      backend.dispose();
    }
  });

  it("all change or none", async () => {
    executeElsewhere(
      stores.file,
      `${outdated}; ${otherRules};
      CREATE TRIGGER refusal BEFORE UPDATE ON property BEGIN SELECT RAISE(ABORT, 'refused'); END;
      CREATE TRIGGER refusal_of_new BEFORE INSERT ON property BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    );
    await assert.rejects(reopened(), /refused/);
    const file = new DatabaseSync(stores.file);
    const row = file.prepare("SELECT window_start FROM schedule").get();
    file.close();
    assert.equal(row?.["window_start"], "2026-12-20T08:00:00.000Z");
  });
});
