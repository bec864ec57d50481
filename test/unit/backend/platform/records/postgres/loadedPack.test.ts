import assert from "node:assert/strict";
import { toLoaded } from "../../../../../../src/backend/platform/records/postgres/loadedPack.ts";
import { attemptColumns } from "../../../../../../src/backend/platform/records/attemptRow.ts";
import { scheduleColumns } from "../../../../../../src/backend/platform/records/scheduleRow.ts";
import { DamagedRowError } from "../../../../../../src/backend/sqlite/rows.ts";
import { attempt, schedule } from "../../../../../support/records/recordedRelease.ts";

const pack = { pack_id: "p", version: 7, holder: "h1", left_ms: 150_000 };
const answer = (...packs: readonly object[]) => ({
  loaded: JSON.stringify({ now_ms: Date.parse("2026-06-10T12:00:00Z"), committed: ["step-1"], packs }),
});
const row = attemptColumns(attempt, "attempt-1", { holder: "h1" });

describe("packs that were loaded from a server", () => {
  it("have what only their rows say: the claim, the holder of an attempt, and the instants of releases", () => {
    const released = { ...row, state: "released", released_at: "2026-06-10T11:00:00.000Z", released_ms: 42 };
    const sending = { ...row, attempt_id: "attempt-2", holder: null, released_at: null, released_ms: null };
    const { now, committed, packs } = toLoaded(
      answer(
        { ...pack, latest_ms: 42, attempts: [released, sending], schedule: scheduleColumns(schedule, "s1") },
        { pack_id: "q", version: 0, holder: "", left_ms: 0, latest_ms: null, attempts: [], schedule: null },
      ),
    );
    assert.deepEqual([now.toISOString(), committed], ["2026-06-10T12:00:00.000Z", ["step-1"]]);
    const [p, q] = packs;
    assert.deepEqual([p?.version, p?.holder, p?.leftMs, p?.latestMs], [7, "h1", 150_000, 42]);
    assert.deepEqual(
      p?.attempts.map((each) => [each.attempt.attemptId, each.holder, each.releasedMs]),
      [
        ["attempt-1", "h1", 42],
        ["attempt-2", "", undefined],
      ],
    );
    assert.equal(p.schedule?.scheduleId, "s1");
    assert.deepEqual([q?.holder, q?.latestMs, q?.schedule, q?.attempts], ["", undefined, undefined, []]);
  });

  for (const [what, loaded] of [
    ["no row", undefined],
    ["another row", {}],
    [
      "a pack without its version",
      answer({ ...pack, version: null, latest_ms: null, attempts: [], schedule: null }),
    ],
    [
      "an attempt of another form",
      answer({ ...pack, latest_ms: null, attempts: [{ a: true }], schedule: null }),
    ],
  ] as const) {
    it(`are damaged where the answer has ${what}`, () => {
      assert.throws(() => toLoaded(loaded), DamagedRowError);
    });
  }
});
