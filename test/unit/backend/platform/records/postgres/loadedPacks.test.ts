import assert from "node:assert/strict";
import type { LoadedPack } from "../../../../../../src/backend/platform/records/postgres/loadedPack.ts";
import { LoadedPacks } from "../../../../../../src/backend/platform/records/postgres/loadedPacks.ts";
import { schedule } from "../../../../../support/records/recordedRelease.ts";

const loaded: LoadedPack = {
  packId: "p",
  version: 7,
  holder: "h1",
  leftMs: 1,
  latestMs: undefined,
  attempts: [],
  schedule: undefined,
};

describe("an operation on packs that were loaded", () => {
  let records: LoadedPacks;
  beforeEach(() => {
    records = new LoadedPacks("account", [loaded], new Date("2026-06-10T12:00:00Z"));
  });

  it("reads and deletes a schedule that it wrote itself", () => {
    records.writeSchedule(schedule, "s1");
    assert.equal(records.scheduleOf("p")?.scheduleId, "s1");
    assert.deepEqual(records.scheduleById("s1")?.scheduled.versions, schedule.scheduled.versions);
    records.deleteSchedule("s1");
    assert.equal(records.scheduleOf("p"), undefined);
  });

  it("changes nothing when it deletes a schedule that there is not", () => {
    records.deleteSchedule("none");
    assert.deepEqual([records.scheduleById("none"), records.changed], [undefined, []]);
  });

  it("fails where it is about a pack or an attempt that is not loaded", () => {
    assert.throws(() => records.claimHolder("q"), /records of pack q of account are not loaded/);
    assert.throws(() => records.setAttemptState("none", "notMade"), /There is no attempt none/);
  });

  it("knows the claim of a holder until it expires, and none of nobody", () => {
    const withClaim = (holder: string, leftMs: number) =>
      new LoadedPacks("account", [{ ...loaded, holder, leftMs }], new Date());
    assert.deepEqual(
      [withClaim("h1", 1), withClaim("h1", 0), withClaim("", 1)].map((one) => one.claimHolder("p")),
      ["h1", undefined, undefined],
    );
    assert.deepEqual(
      [withClaim("h1", 0).holdsClaim("p", "h1"), withClaim("", 0).holdsClaim("p", "")],
      [true, false],
    );
  });
});
