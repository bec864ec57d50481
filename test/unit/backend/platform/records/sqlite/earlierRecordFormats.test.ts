import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import * as v from "valibot";
import { accountKey } from "../../../../../../src/backend/platform/account/platformConnection.ts";
import { recordsFormat } from "../../../../../../src/backend/platform/records/sqlite/recordsFormat.ts";
import { fixtureFormats, unpackFixture } from "../../../../../support/formats/formatFixtures.ts";
import {
  recordedOutcomes,
  recordedPacks,
  recordedPort,
} from "../../../../../support/formats/recordedPacks.ts";
import { on } from "../../../../../support/platform/standIn/faults.ts";
import { PlatformBackends } from "../../../../../support/platform/platformBackends.ts";
import { rejectsWith } from "../../../../../support/rejectsWith.ts";

/** What was promised with a scheduled release. The rest is derived from it, and a later program derives more. */
const promise = v.object({
  date: v.string(),
  timeZone: v.string(),
  state: v.string(),
  problem: v.optional(v.string()),
  scheduledBy: v.string(),
  scheduledAt: v.string(),
  versions: v.record(v.string(), v.string()),
});
const promised = (scheduled: unknown) => v.parse(promise, scheduled);

const written = v.object({
  history: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
  schedules: v.record(v.string(), promise),
});

/** While the scheduled release of `p-due` is due, in Berlin. */
const now = new Date("2026-06-19T22:10:00Z");
const sending = on("ReleaseIntegrationPack", "create");

describe("records of each format", () => {
  it("are fixtures", () => {
    const all = recordsFormat.migrations.map((_, index) => index + 1);
    assert.deepEqual(
      fixtureFormats("records"),
      all,
      "run: npm run script scripts/makeFormatFixtures.ts records",
    );
  });

  for (const format of fixtureFormats("records")) {
    describe(`format ${format}`, () => {
      let backends: PlatformBackends;
      let content: v.InferOutput<typeof written>;

      beforeEach(async () => {
        backends = await PlatformBackends.start(recordedPacks(), { now: () => now });
        const file = join(backends.folder, "records.db");
        content = v.parse(written, unpackFixture("records", format, file));
        useAccountOf(backends, file, format);
      });
      afterEach(() => backends.dispose());

      const timesSent = () => backends.platform.log.filter(sending).length;

      it("open, and lose nothing", async () => {
        const backend = await backends.open({ scheduleWith: "workspace" });
        for (const outcome of recordedOutcomes) {
          const packId = `p-${outcome}`;
          assert.deepEqual(await backend.history(packId), content.history[outcome], packId);
          const { scheduled } = await backend.getPack(packId);
          assert.deepEqual(scheduled && promised(scheduled), content.schedules[outcome], packId);
        }
        assert.deepEqual(Object.keys(content.schedules), ["platform", "due", "failed", "missed"]);
        assert.equal(content.history.released?.length, 1);
      });

      it("rule 12: send what is due once, from two editors, and nothing that failed or is unknown", async () => {
        const opened = [
          await backends.open({ scheduleWith: "workspace" }),
          await backends.open({ scheduleWith: "workspace" }),
        ];
        const runs = opened.map(async ({ schedules: { queue } }) => {
          const due = await queue.listDue(now);
          assert.deepEqual(
            due.map(({ packId }) => packId),
            ["p-due"],
          );
          return Promise.all(due.map((queued) => queue.release(queued, "inWindow")));
        });
        const releases = (await Promise.all(runs)).flat().filter((release) => release !== undefined);
        assert.deepEqual(
          releases.map(({ packId, trigger }) => [packId, trigger]),
          [["p-due", "scheduled"]],
        );
        for (const { schedules } of opened) await schedules.watch.look();
        assert.equal(timesSent(), 1);
      });

      it("know that the outcome of a release is unknown, and ask before it is sent again", async () => {
        const backend = await backends.open({ scheduleWith: "workspace" });
        await rejectsWith(backend.release({ packId: "p-unknown" }), "OutcomeUnknown");
        assert.equal(timesSent(), 0);
      });
    });
  }
});

/** Gives the records to the account of the stand-in, whose port is another one. Their account is found as it is written today. */
function useAccountOf({ platform }: PlatformBackends, file: string, format: number): void {
  const { access, baseUrl } = platform;
  const keyAt = (address: string) =>
    accountKey({ baseUrl: address, accountId: access.accountId, overrideAccount: "", user: "", token: "" });
  const database = new DatabaseSync(file);
  assert.equal(database.prepare("PRAGMA user_version").get()?.user_version, format);
  const tables = database
    .prepare(
      "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c ON c.name = 'account' WHERE t.type = 'table'",
    )
    .all();
  let changed = 0;
  for (const { name } of tables) {
    const update = database.prepare(`UPDATE "${String(name)}" SET account = ? WHERE account = ?`);
    changed += Number(update.run(keyAt(baseUrl), keyAt(`http://127.0.0.1:${recordedPort}`)).changes);
  }
  assert.ok(changed >= 7, `${changed} rows`);
  database.close();
}
