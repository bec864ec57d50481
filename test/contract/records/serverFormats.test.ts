import assert from "node:assert/strict";
import type { PostgresReleaseRecords } from "../../../src/backend/platform/records/postgres/postgresReleaseRecords.ts";
import { migrateRecords } from "../../../src/backend/platform/records/postgres/server/migrateRecords.ts";
import { schemaSteps } from "../../../src/backend/platform/records/postgres/server/recordsSchema.ts";
import { integer } from "../../../src/backend/sqlite/rows.ts";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { asOwner, describeWithPostgres } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";

describeWithPostgres("records on a PostgreSQL server", (get) => {
  const open = openedRecords();

  describe("of another format", () => {
    const withFormat = async (version: number, writableFrom: number) => {
      const address = await get().createDatabase();
      await open(address).history();
      await asOwner(address, (query) =>
        query("UPDATE integration_packs.format SET version = $1, writable_from = $2", [
          version,
          writableFrom,
        ]),
      );
      return open(address);
    };

    it("is read and written when the newer format only adds", async () => {
      const records = await withFormat(schemaSteps.length + 1, schemaSteps.length);
      await records.claim([pack], "h1");
      await records.recordSending(attempt, sending);
    });

    it("is read and written when it is the first one, which lacks the rule for missed releases", async () => {
      const address = await get().createDatabase();
      await asOwner(address, (query) => migrateRecords(query, schemaSteps.slice(0, 1)));
      const put = async (records: PostgresReleaseRecords, earlierId: string) => {
        await records.claim([pack], "h1");
        const { scheduleId } = await records.putSchedule(schedule, earlierId, "h1");
        await records.endClaims("h1");
        return scheduleId;
      };
      const early = open(address);
      const first = await put(early, "");
      const stored = await early.findSchedule("p");
      assert.deepEqual([stored?.scheduleId, stored?.missedReleases], [first, undefined]);
      await asOwner(address, (query) => migrateRecords(query));
      const second = await put(early, first);
      assert.equal((await open(address).findSchedule("p"))?.missedReleases, undefined);
      await put(open(address), second);
      assert.equal((await early.findSchedule("p"))?.missedReleases, "skip");
    });

    it("is only read when the newer format changes more, and says so", async () => {
      const records = await withFormat(schemaSteps.length + 1, schemaSteps.length + 1);
      assert.deepEqual(await records.history(), []);
      await rejectsWith(records.claim([pack], "h1"), "StoreUnavailable", /newer format.* only read/);
    });

    it("is refused when it is half there", async () => {
      const address = await get().createDatabase();
      await open(address).history();
      await asOwner(address, (query) => query("DROP TABLE integration_packs.attempt"));
      await rejectsWith(open(address).history(), "StoreUnavailable", /incomplete.*records migrate/);
    });

    it("is upgraded once by two migrations at the same time", async () => {
      const address = await get().createDatabase();
      await open(address).history();
      const steps = [
        ...schemaSteps,
        { sql: "CREATE TABLE integration_packs.added (made integer)", writableFrom: 1 },
      ];
      const made = await Promise.all(
        [1, 2, 3].map(() => asOwner(address, (query) => migrateRecords(query, steps))),
      );
      const [present, next] = [schemaSteps.length, steps.length];
      assert.deepEqual(made.map(({ before, after }) => `${before}-${after}`).sort(), [
        `${present}-${next}`,
        `${next}-${next}`,
        `${next}-${next}`,
      ]);
    });

    it("is set up once by programs that open an empty database at the same time", async () => {
      const address = await get().createDatabase();
      await Promise.all([1, 2, 3, 4].map(() => open(address, { patience: 5_000 }).claim([pack], "h1")));
      const [row = {}] = await asOwner(address, (query) =>
        query("SELECT count(*)::integer AS formats FROM integration_packs.format"),
      );
      assert.equal(integer(row, "formats"), 1);
    });
  });
});
