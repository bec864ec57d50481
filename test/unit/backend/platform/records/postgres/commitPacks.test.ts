import assert from "node:assert/strict";
import {
  commitPacks,
  isUnchanged,
} from "../../../../../../src/backend/platform/records/postgres/commitPacks.ts";
import type { LoadedPack } from "../../../../../../src/backend/platform/records/postgres/loadedPack.ts";
import { LoadedPacks } from "../../../../../../src/backend/platform/records/postgres/loadedPacks.ts";
import { toScheduleRecord } from "../../../../../../src/backend/platform/records/scheduleRecord.ts";
import { scheduleColumns } from "../../../../../../src/backend/platform/records/scheduleRow.ts";
import type { Row } from "../../../../../../src/backend/sqlite/rows.ts";
import { attempt, schedule } from "../../../../../support/records/recordedRelease.ts";

const loaded: LoadedPack = {
  packId: "p",
  version: 7,
  holder: "",
  leftMs: 0,
  latestMs: undefined,
  attempts: [],
  schedule: { scheduleId: "s1", row: scheduleColumns(schedule, "s1") },
};
const load = (...packs: readonly Partial<LoadedPack>[]) =>
  new LoadedPacks(
    "account",
    packs.map((pack) => ({ ...loaded, ...pack })),
    new Date("2026-06-10T12:00:00Z"),
  );
const done = { is_writable: 1, fits: 1, notified: "" };

/** Commits what was changed, on a server that gives the answer, and returns the parameters that were sent. */
async function commit(records: LoadedPacks, answer: Row = done) {
  let sent: readonly unknown[] = [];
  const result = await commitPacks(
    (_, parameters = []) => {
      sent = parameters;
      return Promise.resolve([answer]);
    },
    "account",
    "step-1",
    records,
    2,
  );
  const [, , packs, attempts, schedules, deleted, outcomes, holder, spanMs] = sent;
  const parse = (json: unknown): unknown => JSON.parse(String(json));
  return {
    result,
    packs: parse(packs),
    attempts: parse(attempts),
    schedules: parse(schedules),
    deleted,
    outcomes,
    renewal: [holder, spanMs],
  };
}

describe("committing what an operation changed", () => {
  it("is needed once a pack changed, an outcome was added, or claims are renewed", () => {
    assert.equal(isUnchanged(load({})), true);
    const claimed = load({});
    claimed.writeClaim("p", "h1");
    const reported = load({});
    reported.addOutcome(toScheduleRecord(schedule, "s1"), { kind: "unknown" });
    const renewed = load({});
    renewed.renewClaims("h1");
    for (const records of [claimed, reported, renewed]) assert.equal(isUnchanged(records), false);
    const extended = load({});
    extended.extendClaims("h1");
    assert.equal(isUnchanged(extended), false);
    const byNobody = load({});
    byNobody.renewClaims("");
    byNobody.extendClaims("");
    assert.equal(isUnchanged(byNobody), true);
  });

  it("sends the packs that changed with the version that was loaded, and nothing of the others", async () => {
    const records = load({}, { packId: "q" });
    records.writeClaim("p", "h1");
    const sent = await commit(records);
    assert.deepEqual(sent.packs, [{ pack_id: "p", version: 7, holder: "h1", span_ms: 150_000 }]);
    assert.deepEqual([sent.attempts, sent.schedules, sent.deleted, sent.outcomes], [[], [], [], []]);
    assert.deepEqual(sent.renewal, ["", 0]);
  });

  it("leaves the end of a claim that no operation renewed", async () => {
    const records = load({ holder: "h1" });
    records.deleteSchedule("s1");
    assert.deepEqual((await commit(records)).packs, [
      { pack_id: "p", version: 7, holder: "h1", span_ms: null },
    ]);
  });

  it("writes the schedules that changed, and deletes those that are gone, of their packs alone", async () => {
    const records = load(
      {},
      { packId: "q", schedule: { scheduleId: "s2", row: {} } },
      { packId: "r", schedule: undefined },
      { packId: "s" },
    );
    records.writeSchedule(schedule, "s3");
    records.deleteSchedule("s2");
    for (const packId of ["r", "s"]) records.writeClaim(packId, "h1");
    const { schedules, deleted } = await commit(records);
    assert.deepEqual(schedules, [scheduleColumns(schedule, "s3")]);
    assert.deepEqual(deleted, ["q"]);
  });

  it("writes the attempts that were added or changed, with their holders and the instants of releases", async () => {
    const records = load({});
    records.insertAttempt(attempt, "a1", { holder: "h1" });
    records.insertAttempt(attempt, "a2", { holder: "h2" });
    const first = records.findAttempt("a1");
    assert.ok(first);
    records.markReleased(first, new Date(42));
    const { attempts } = await commit(records);
    assert.ok(Array.isArray(attempts));
    assert.deepEqual(
      attempts.map((row: Row) => [row["attempt_id"], row["holder"], row["state"], row["released_ms"]]),
      [
        ["a1", "h1", "released", 42],
        ["a2", "h2", "sending", null],
      ],
    );
  });

  it("ends as the server answers: done, stale, or refused by records of a newer format", async () => {
    for (const [answer, result] of [
      [{ is_writable: 1, fits: 1 }, "done"],
      [{ is_writable: 1, fits: 0 }, "stale"],
      [{ is_writable: 0, fits: 1 }, "readOnly"],
      [{ is_writable: 0, fits: 0 }, "readOnly"],
    ] as const) {
      const records = load({});
      records.writeClaim("p", "h1");
      assert.equal((await commit(records, answer)).result, result);
    }
  });
});
