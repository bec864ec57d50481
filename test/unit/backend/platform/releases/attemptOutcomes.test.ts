import assert from "node:assert/strict";
import { NoAnswer } from "../../../../../src/backend/platform/http/transport.ts";
import { IntegrationPacksError } from "../../../../../src/errors/errors.ts";
import { json, withOnePack } from "../../../../support/platform/scripted/onePack.ts";
import { attempt, pack, schedule, sending } from "../../../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../../../support/rejectsWith.ts";

const locked = () => Promise.reject(new IntegrationPacksError("StoreUnavailable", "The file is locked."));
const lost = new NoAnswer("failed", true, "it broke");

/** The pauses between tries to record an outcome, in ms: about ten minutes. */
const pauses = [500, 1_000, 2_000, 5_000, 15_000, ...Array.from({ length: 19 }, () => 30_000)];

describe("an outcome that cannot be recorded", function () {
  this.timeout(20_000);

  it("because the records are locked is recorded as soon as they are not", () =>
    withOnePack(async ({ records, release, timing, announced, changeCount }) => {
      const record = records.recordReleased.bind(records);
      const start = timing.now();
      const tries: number[] = [];
      records.recordReleased = (...args) =>
        tries.push(timing.now() - start) < 4 ? locked() : record(...args);
      const made = await release();
      assert.deepEqual(tries, [0, 500, 1_500, 3_500]);
      assert.deepEqual([await records.history("p"), announced, changeCount()], [[made], [made], 1]);
    }));

  it("for ten minutes is announced all the same, and its attempt stays open", () =>
    withOnePack(async ({ records, release, reconcile, timing, announced, changeCount }) => {
      const record = records.recordReleased.bind(records);
      records.recordReleased = locked;
      const made = await release();
      assert.deepEqual(timing.pauses, pauses);
      assert.deepEqual([made.releaseId, made.versions], ["release-1", { a: "1.1" }]);
      assert.equal(Date.parse(made.releasedAt), timing.now() - pauses.reduce((sum, each) => sum + each));
      assert.deepEqual([announced, changeCount()], [[made], 1]);
      records.recordReleased = record;
      assert.deepEqual(await reconcile(), []);
      assert.equal((await records.history("p")).length, 1);
    }));

  it("for another reason fails at once", () =>
    withOnePack(async ({ records, release, timing, announced }) => {
      records.recordReleased = () => Promise.reject(new IntegrationPacksError("Conflict", "It is lost."));
      await rejectsWith(release(), "Conflict", /It is lost/);
      assert.deepEqual([timing.pauses, announced], [[], []]);
    }));

  it("because of a fault of the program fails at once", () =>
    withOnePack(async ({ records, release, timing }) => {
      const fault = Object.assign(new TypeError("a fault"), { code: "StoreUnavailable" });
      records.recordReleased = () => Promise.reject(fault);
      await assert.rejects(release(), TypeError);
      assert.deepEqual(timing.pauses, []);
    }));
});

describe("an outcome", function () {
  this.timeout(20_000);

  it("is announced as a change once it is recorded, whatever it is", async () => {
    for (const [reply, code] of [
      [json(400, {}), "InvalidRequest"],
      [lost, "OutcomeUnknown"],
    ] as const) {
      await withOnePack(async ({ platform, release, changeCount }) => {
        platform.reply = reply;
        await rejectsWith(release(), code);
        assert.equal(changeCount(), 1);
      });
    }
  });

  it("of a request to schedule the release is recorded before it is announced", () =>
    withOnePack(async ({ records, outcomes, changeCount }) => {
      await records.claim([pack], "h1");
      const window = { windowStart: "2026-06-12T00:00:00Z", windowEnd: "2026-06-12T01:00:00Z" };
      const sent = await records.recordSending(
        { ...attempt, scheduled: { ...schedule.scheduled, ...window } },
        sending,
      );
      await outcomes.scheduled(sent, "release-1");
      const found = await records.findSchedule("p");
      assert.deepEqual([found?.keeper, found?.requestId, changeCount()], ["platform", "release-1", 1]);
      assert.equal(await records.isUnderWay("p"), false);
    }));

  it("that two windows find is announced as a release once", () =>
    withOnePack(async ({ platform, records, release, openWindow, announced }) => {
      platform.reply = lost;
      await rejectsWith(release(), "OutcomeUnknown");
      platform.showsAfter = 0;
      await Promise.all([openWindow().reconcile(), openWindow().reconcile()]);
      assert.equal((await records.history("p")).length, 1);
      assert.equal(announced.length, 1);
    }));
});
