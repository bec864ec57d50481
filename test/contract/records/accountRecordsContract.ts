import assert from "node:assert/strict";
import type { ComponentVersions } from "../../../src/model/release/release.ts";
import type { NewAttempt, ReleaseAttempt } from "../../../src/backend/platform/records/releaseAttempt.ts";
import type { ReleaseRecords } from "../../../src/backend/platform/records/releaseRecords.ts";
import type { ScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import { emptyHash } from "../../support/fixtures/planHashes.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";
import { hour, minute } from "../../support/time/durations.ts";
import type { WithRecords } from "./recordsContract.ts";

const start = Date.parse("2026-06-10T12:00:00Z");
const other = { packId: "q", name: "Invoices" };
const plan = { planHash: emptyHash, name: "June" };
const kept = { ...schedule, keeper: "platform", requestId: "request-1" } as const;
const failure = { problem: "Out of space.", problemCode: "InvalidRequest" } as const;

async function send(records: ReleaseRecords, differences: Partial<NewAttempt> = {}): Promise<ReleaseAttempt> {
  await records.claim([pack], "h1");
  return records.recordSending({ ...attempt, ...differences }, sending);
}

async function release(
  records: ReleaseRecords,
  at: Date,
  versions: ComponentVersions = { a: "1.1" },
): Promise<void> {
  const { attemptId } = await send(records, { versions, plan });
  await records.recordReleased(attemptId, at, false);
}

async function put(records: ReleaseRecords, record = kept): Promise<ScheduleRecord> {
  await records.claim([pack], "h1");
  const stored = await records.putSchedule(record, "", "h1");
  await records.endClaims("h1");
  return stored;
}

/** Tests that records of several accounts, and of several packs, stay apart in one place. Every implementation must pass. */
export function accountRecordsContract(name: string, withRecords: WithRecords): void {
  describe(`${name}: records of two accounts with the same packs`, () => {
    type Test = (
      one: ReleaseRecords,
      other: ReleaseRecords,
      pass: (ms: number) => Promise<void>,
    ) => Promise<void>;
    const withAccounts = (test: Test) =>
      withRecords(async ({ open, setClock }) => {
        let now = start;
        const clock = () => new Date(now);
        await setClock(clock());
        const pass = (ms: number) => {
          now += ms;
          return setClock(clock());
        };
        await test(await open(clock), await open(clock, "other account"), pass);
      });

    it("claim the pack each for itself", () =>
      withAccounts(async (one, two) => {
        await one.claim([pack], "h1");
        assert.equal(await two.isUnderWay("p"), false);
        await two.claim([pack], "h1");
        await two.endClaims("h1");
        assert.deepEqual([await one.isUnderWay("p"), await two.isUnderWay("p")], [true, false]);
      }));

    it("end the claim of a request in its account alone", () =>
      withAccounts(async (one, two) => {
        const { attemptId } = await send(one);
        await send(two);
        await one.recordNotMade(attemptId);
        assert.deepEqual([await one.isUnderWay("p"), await two.isUnderWay("p")], [false, true]);
      }));

    it("renew the claims of a holder in its account alone", () =>
      withAccounts(async (one, two, pass) => {
        for (const records of [one, two]) await records.claim([pack, other], "h1");
        await pass(2 * minute);
        await two.recordSending(attempt, sending);
        await pass(minute);
        assert.deepEqual([await one.isUnderWay("q"), await two.isUnderWay("q")], [false, true]);
      }));

    it("extend the claims of an accepted release in its account alone", () =>
      withAccounts(async (one, two, pass) => {
        for (const records of [one, two]) await records.claim([pack, other], "h1");
        const { attemptId } = await two.recordSending(attempt, sending);
        await two.recordAccepted(attemptId, "request-1");
        await pass(5 * minute);
        assert.deepEqual([await one.isUnderWay("q"), await two.isUnderWay("q")], [false, true]);
      }));

    it("take over what another holder was sending in their account alone", () =>
      withAccounts(async (one, two, pass) => {
        await send(one);
        await pass(hour);
        await two.claim([pack], "h2");
        await two.claim([other], "h2");
        assert.deepEqual(
          (await one.listOpenAttempts()).map(({ state }) => state),
          ["sending"],
        );
        await one.claim([other], "h2");
        assert.deepEqual(
          (await one.listOpenAttempts()).map(({ state }) => state),
          ["sending"],
        );
      }));

    it("list what was sent for a pack, and under a plan, in its account alone", () =>
      withAccounts(async (one, two) => {
        const sent = await send(one, { plan });
        assert.deepEqual(await one.listOpenAttempts(), [sent]);
        assert.deepEqual(await one.listOpenAttempts("q"), []);
        assert.deepEqual(await one.listPlanAttempts(emptyHash), [sent]);
        for (const packId of [undefined, "p"]) assert.deepEqual(await two.listOpenAttempts(packId), []);
        assert.deepEqual(await two.listPlanAttempts(emptyHash), []);
      }));

    it("refuse a second release while one is accepted, in its account alone", () =>
      withAccounts(async (one, two) => {
        const { attemptId } = await send(one);
        await one.recordAccepted(attemptId, "request-1");
        assert.equal((await send(two)).state, "sending");
        await one.claim([other], "h1");
        const ofOther = { ...attempt, packId: "q", packName: "Invoices" };
        assert.equal((await one.recordSending(ofOther, sending)).state, "sending");
      }));

    it("have histories of their own, and of each pack", () =>
      withAccounts(async (one, two) => {
        await release(one, new Date(start));
        await one.claim([other], "h1");
        const { attemptId } = await one.recordSending(
          { ...attempt, packId: "q", packName: "Invoices" },
          sending,
        );
        await one.recordReleased(attemptId, new Date(start - hour), false);
        assert.deepEqual(
          (await one.history()).map(({ packId }) => packId),
          ["p", "q"],
        );
        assert.deepEqual(
          (await one.history("q")).map(({ packId }) => packId),
          ["q"],
        );
        assert.equal((await one.history("q"))[0]?.releasedAt, new Date(start - hour).toISOString());
        assert.deepEqual((await one.latestReleases()).map(({ packId }) => packId).sort(), ["p", "q"]);
        assert.deepEqual(
          [await two.history(), await two.history("p"), await two.latestReleases()],
          [[], [], []],
        );
        assert.deepEqual([await one.hasReleased("p"), await two.hasReleased("p")], [true, false]);
        await release(two, new Date(start - hour));
        assert.equal((await two.history())[0]?.releasedAt, new Date(start - hour).toISOString());
      }));

    it("have the latest release of each pack, whichever was recorded first", () =>
      withAccounts(async (one) => {
        await release(one, new Date(start), { a: "1.1" });
        await release(one, new Date(start + hour), { a: "1.2" });
        await send(one, { versions: { a: "1.3" } });
        assert.deepEqual(
          (await one.latestReleases()).map(({ versions }) => versions),
          [{ a: "1.2" }],
        );
      }));

    it("know whether a pack had a release with a component", () =>
      withAccounts(async (one) => {
        assert.equal(await one.hasReleased("p"), false);
        await send(one);
        assert.equal(await one.hasReleased("p"), false, "it was sent only");
        await one.recordNotMade((await one.listOpenAttempts())[0]?.attemptId ?? "");
        await release(one, new Date(start), {});
        assert.equal(await one.hasReleased("p"), false, "it had no component");
        await release(one, new Date(start));
        assert.deepEqual([await one.hasReleased("p"), await one.hasReleased("q")], [true, false]);
      }));

    it("have schedules of their own", () =>
      withAccounts(async (one, two) => {
        const stored = await put(one);
        const theirs = await put(two);
        assert.deepEqual(await one.listSchedules(), [stored]);
        assert.deepEqual(await one.findSchedule("p"), stored);
        assert.equal(await one.findSchedule("q"), undefined);
        assert.equal(await one.changeSchedule(theirs.scheduleId, { date: "2026-07-01" }), false);
        assert.equal(await one.removeSchedule(theirs.scheduleId), false);
        assert.equal(await one.takeBackSchedule(theirs.scheduleId, "failed", failure), false);
        assert.equal(await one.finishSchedule(theirs.scheduleId, new Date(start)), undefined);
        assert.deepEqual(await two.listSchedules(), [theirs]);
        assert.equal(await one.removeSchedule(stored.scheduleId), true);
        await one.removePack("p");
        assert.deepEqual([await one.listSchedules(), await two.listSchedules()], [[], [theirs]]);
      }));

    it("remove the schedule of one pack alone", () =>
      withAccounts(async (one) => {
        const { scheduleId } = await put(one);
        await one.claim([other], "h1");
        const ofOther = { ...kept, packId: "q", packName: "Invoices", requestId: "request-2" };
        const { scheduleId: left } = await one.putSchedule(ofOther, "", "h1");
        await one.endClaims("h1");
        assert.equal(await one.removeSchedule(scheduleId), true);
        assert.deepEqual(
          (await one.listSchedules()).map((record) => record.scheduleId),
          [left],
        );
        await one.removePack("p");
        assert.ok(await one.finishSchedule(left, new Date(start)));
        assert.deepEqual(await one.listSchedules(), []);
      }));

    it("report the outcomes of their own scheduled releases", () =>
      withAccounts(async (one, two) => {
        for (const records of [one, two]) {
          const { scheduleId } = await put(records);
          assert.ok(await records.takeBackSchedule(scheduleId, "failed", failure));
        }
        assert.equal((await one.takeOutcomes()).length, 1);
        assert.deepEqual(await one.takeOutcomes(), []);
        assert.equal((await two.takeOutcomes()).length, 1);
      }));

    it("find the release that ran a schedule by hand among those of the account", () =>
      withAccounts(async (one, two) => {
        const { attemptId } = await send(one);
        await one.recordAccepted(attemptId, kept.requestId);
        await one.recordReleased(attemptId, new Date(start), false);
        const { scheduleId } = await put(two);
        assert.equal((await two.finishSchedule(scheduleId, new Date(start)))?.trigger, "scheduled");
        assert.equal((await two.history()).length, 1);
        const again = await put(one);
        assert.equal(await one.finishSchedule(again.scheduleId, new Date(start)), undefined);
        assert.equal((await one.history()).length, 1);
      }));
  });
}
