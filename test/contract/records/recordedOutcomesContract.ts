import assert from "node:assert/strict";
import type { NewAttempt, ReleaseAttempt } from "../../../src/backend/platform/records/releaseAttempt.ts";
import type { ReleaseRecords } from "../../../src/backend/platform/records/releaseRecords.ts";
import {
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleRecord,
} from "../../../src/backend/platform/records/scheduleRecord.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { ScheduleFailure } from "../../../src/model/schedule/scheduledRelease.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { hour, minute } from "../../support/time/durations.ts";
import { withTwoPrograms, type SharedTime, type WithRecords } from "./recordsContract.ts";

const start = Date.parse("2026-06-10T12:00:00Z");
const at = new Date(start);
const other = { packId: "q", name: "Invoices" };
const kept: NewScheduleRecord = { ...schedule, keeper: "platform", requestId: "request-1" };
const failure: ScheduleFailure = { problem: "Out of space.", problemCode: "Forbidden" };
const confirmed = [{ componentId: "a", currentVersion: "1.0", deleted: false }];

async function send(records: ReleaseRecords, differences: Partial<NewAttempt> = {}): Promise<ReleaseAttempt> {
  await records.claim([pack], "h1");
  return records.recordSending({ ...attempt, ...differences }, sending);
}

async function put(records: ReleaseRecords, record: NewScheduleRecord): Promise<ScheduleRecord> {
  await records.claim([pack], "h1");
  const stored = await records.putSchedule(record, "", "h1");
  await records.endClaims("h1");
  return stored;
}

/** Tests what records make of outcomes, and of changes of scheduled releases. Every implementation must pass. */
export function recordedOutcomesContract(name: string, withRecords: WithRecords): void {
  describe(`${name}: contract of recorded outcomes`, () => {
    type Test = (one: ReleaseRecords, two: ReleaseRecords, time: SharedTime) => Promise<void>;
    const withTwo = (test: Test) => withTwoPrograms(withRecords, start, test);
    const states = async (records: ReleaseRecords) =>
      (await records.listOpenAttempts()).map(({ state }) => state);

    it("names the first pack by its id that somebody else claims", () =>
      withTwo(async (one, two) => {
        await one.claim([pack, other], "h1");
        for (const packs of [
          [pack, other],
          [other, pack],
        ]) {
          await rejectsWith(two.claim(packs, "h2"), "Conflict", /"Orders" is under way/);
        }
      }));

    it("refuses outcomes of attempts that there are not, or that scheduled nothing", () =>
      withTwo(async (one) => {
        for (const recording of [
          () => one.recordAccepted("none", "request-1"),
          () => one.recordNotMade("none"),
          () => one.recordUnknown("none"),
          () => one.recordReleased("none", at, false),
          () => one.recordScheduled("none", "request-1"),
        ]) {
          await assert.rejects(recording(), /There is no attempt none/);
        }
        const { attemptId } = await send(one);
        await assert.rejects(one.recordScheduled(attemptId, "request-1"), /does not schedule anything/);
        assert.deepEqual(await states(one), ["sending"]);
      }));

    it("leaves a release made when its acceptance is recorded late", () =>
      withTwo(async (one, two) => {
        const { attemptId } = await send(one);
        await two.recordReleased(attemptId, at, true);
        await one.recordAccepted(attemptId, "request-1");
        assert.deepEqual([await states(two), (await two.history()).length], [[], 1]);
      }));

    it("leaves an accepted release to who follows it, for eleven minutes", () =>
      withTwo(async (one, two, time) => {
        const { attemptId } = await send(one);
        await one.recordAccepted(attemptId, "request-1");
        await time.pass(10 * minute);
        await rejectsWith(two.claim([pack], "h2"), "Conflict", /under way/);
        await time.pass(2 * minute);
        await two.claim([pack], "h2");
      }));

    it("needs a new claim once another program recorded the end of the release", () =>
      withTwo(async (one, two) => {
        const { attemptId } = await send(one);
        await one.recordAccepted(attemptId, "request-1");
        await two.recordReleased(attemptId, at, true);
        await rejectsWith(one.recordSending(attempt, sending), "Conflict", /took too long/);
        assert.equal((await send(one)).state, "sending");
      }));

    it("makes a running release unknown, and not one that was certainly not made", () =>
      withTwo(async (one, two) => {
        const rejected = await send(one);
        await one.recordNotMade(rejected.attemptId);
        await two.recordUnknown(rejected.attemptId);
        assert.deepEqual(await states(one), []);
        const accepted = await send(one);
        await one.recordAccepted(accepted.attemptId, "request-1");
        assert.deepEqual(await states(two), ["accepted"]);
        await two.recordUnknown(accepted.attemptId);
        assert.deepEqual(await states(one), ["unknown"]);
      }));

    it("ends the claim also with an outcome that is recorded already", () =>
      withTwo(async (one, two) => {
        const { attemptId } = await send(one);
        await one.recordReleased(attemptId, at, false);
        for (const end of [
          () => two.recordReleased(attemptId, at, true),
          () => two.recordNotMade(attemptId),
          () => two.recordUnknown(attemptId),
        ]) {
          await one.claim([pack], "h1");
          await end();
          assert.equal(await one.isUnderWay("p"), false);
        }
      }));

    it("reports a scheduled release that was looked up, and neither another one nor who waited for it", () =>
      withTwo(async (one, two) => {
        for (const [trigger, isLookedUp, isScheduled, reported] of [
          ["scheduled", true, true, 1],
          ["late", true, true, 1],
          ["scheduled", false, true, 0],
          ["immediate", true, true, 0],
          ["scheduled", true, false, 0],
        ] as const) {
          const scheduleId = isScheduled ? (await put(one, schedule)).scheduleId : "";
          const { attemptId } = await send(one, { trigger, scheduleId });
          await one.endClaims("h1");
          await two.recordReleased(attemptId, at, isLookedUp);
          assert.equal(
            (await two.takeOutcomes()).length,
            reported,
            `${trigger} ${isLookedUp} ${isScheduled}`,
          );
          assert.equal(await one.findSchedule("p"), undefined);
        }
      }));

    it("rule 12: leaves what was confirmed when anything else of a schedule changes", () =>
      withTwo(async (one, two) => {
        const { scheduleId } = await put(one, {
          ...schedule,
          scheduled: { ...schedule.scheduled, confirmed },
        });
        await two.changeSchedule(scheduleId, { date: "2026-06-13" });
        await two.changeSchedule(scheduleId, { state: "failed", failure });
        assert.deepEqual((await one.findSchedule("p"))?.scheduled.confirmed, confirmed);
        const later = [{ componentId: "a", currentVersion: "1.1", deleted: true }];
        await two.changeSchedule(scheduleId, { confirmed: later });
        const changed = (await one.findSchedule("p"))?.scheduled;
        assert.deepEqual(
          [changed?.confirmed, changed?.date, changed?.state, changed?.problem, changed?.problemCode],
          [later, "2026-06-13", "failed", failure.problem, failure.problemCode],
        );
      }));

    it("rule 12: hands what was confirmed over to the platform, also where the outcome is unknown", () =>
      withTwo(async (one) => {
        const { scheduled } = toScheduleRecord(
          { ...schedule, scheduled: { ...schedule.scheduled, confirmed } },
          "",
        );
        for (const record of [
          (id: string) => one.recordScheduled(id, "request-1"),
          (id: string) => one.recordUnknown(id),
        ]) {
          const { attemptId } = await send(one, { scheduled });
          assert.deepEqual((await one.listOpenAttempts())[0]?.scheduled?.confirmed, confirmed);
          await record(attemptId);
          assert.deepEqual((await one.findSchedule("p"))?.scheduled.confirmed, confirmed);
          await one.removePack("p");
        }
      }));

    it("changes the date of a failed schedule and leaves its reason, with or without a code", () =>
      withTwo(async (one) => {
        const { scheduleId } = await put(one, schedule);
        await one.changeSchedule(scheduleId, { state: "failed", failure: { problem: "No answer." } });
        await one.changeSchedule(scheduleId, { date: "2026-06-14" });
        const changed = (await one.findSchedule("p"))?.scheduled;
        assert.deepEqual([changed?.problem, changed && "problemCode" in changed], ["No answer.", false]);
      }));

    it("shows a schedule as running while the platform runs a release of its pack, and stores its own state", () =>
      withTwo(async (one, two) => {
        const { scheduleId } = await put(one, schedule);
        const { attemptId } = await send(one, { scheduleId });
        await one.recordAccepted(attemptId, "request-1");
        await one.endClaims("h1");
        for (const shown of [await two.findSchedule("p"), await two.findSchedule("p", "h1")]) {
          assert.deepEqual([shown?.scheduled.state, shown?.storedState], ["releasing", "scheduled"]);
        }
        assert.equal((await two.listSchedules())[0]?.scheduled.state, "releasing");
        await two.changeSchedule(scheduleId, { date: "2026-06-13" });
        await one.recordNotMade(attemptId);
        assert.equal((await two.listSchedules())[0]?.scheduled.state, "scheduled");
      }));

    it("reports why the platform gave a release up, with a code also where none is known", () =>
      withTwo(async (one) => {
        for (const [given, code] of [
          [failure, "Forbidden"],
          [{ problem: "Out of space." }, "InvalidRequest"],
        ] as const) {
          const { scheduleId } = await put(one, kept);
          assert.equal(await one.takeBackSchedule(scheduleId, "failed", given), true);
          const [outcome] = await one.takeOutcomes();
          assert.ok(outcome?.kind === "failed" && outcome.error instanceof IntegrationPacksError);
          assert.deepEqual([outcome.error.code, outcome.error.message], [code, "Out of space."]);
          await one.removeSchedule(scheduleId);
        }
      }));

    it("takes back what was released by hand without reporting it, and nothing that the workspace keeps", () =>
      withTwo(async (one) => {
        const { scheduleId } = await put(one, kept);
        const { attemptId } = await send(one, { scheduleId });
        await one.recordAccepted(attemptId, kept.requestId);
        assert.equal(await one.takeBackSchedule(scheduleId, "failed", failure), false, "it is running");
        await one.recordNotMade(attemptId);
        assert.equal(await one.takeBackSchedule(scheduleId, "failed", failure), true);
        assert.deepEqual(await one.takeOutcomes(), []);
        assert.equal(await one.takeBackSchedule(scheduleId, "unknown", failure), false);
        assert.equal((await one.findSchedule("p"))?.scheduled.state, "failed");
      }));

    it("does not mistake an earlier request without an id for one that ran the schedule", () =>
      withTwo(async (one) => {
        const earlier = await send(one, { versions: { a: "0.9" } });
        await one.recordNotMade(earlier.attemptId);
        const { scheduleId } = await put(one, { ...kept, requestId: "" });
        const release = await one.finishSchedule(scheduleId, new Date(start + hour));
        assert.deepEqual([release?.versions, release?.trigger], [{ a: "1.1" }, "scheduled"]);
        assert.equal((await one.history()).length, 1);
        assert.equal((await one.takeOutcomes()).length, 1);
      }));

    it("does not mistake a request of unknown outcome for one that ran the schedule", () =>
      withTwo(async (one) => {
        const unknown = await send(one, { versions: { a: "0.9" } });
        await one.recordUnknown(unknown.attemptId);
        const { scheduleId } = await put(one, { ...kept, requestId: "" });
        const release = await one.finishSchedule(scheduleId, new Date(start + hour));
        assert.deepEqual([release?.versions, await states(one)], [{ a: "1.1" }, ["unknown"]]);
      }));

    it("lets a schedule be sent under the claim that it was stored with", () =>
      withTwo(async (one) => {
        await one.claim([pack], "h1");
        const { scheduleId } = await one.putSchedule(schedule, "", "h1");
        await rejectsWith(one.recordSending(attempt, sending), "Conflict", /scheduled release was changed/);
        assert.equal((await one.recordSending({ ...attempt, scheduleId }, sending)).state, "sending");
      }));

    it("gives the release of a schedule the request that the platform knows it by", () =>
      withTwo(async (one) => {
        const { scheduleId } = await put(one, kept);
        const release = await one.finishSchedule(scheduleId, new Date(start + hour));
        assert.deepEqual(
          [release?.releaseId, release?.releasedAt],
          [kept.requestId, new Date(start + hour).toISOString()],
        );
        const [outcome] = await one.takeOutcomes();
        assert.deepEqual(outcome?.kind === "released" && outcome.release, release);
      }));
  });
}
