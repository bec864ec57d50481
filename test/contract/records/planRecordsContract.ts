import assert from "node:assert/strict";
import type { NewAttempt } from "../../../src/backend/platform/records/releaseAttempt.ts";
import type { ReleaseRecords } from "../../../src/backend/platform/records/releaseRecords.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import { emptyHash, otherHash } from "../../support/fixtures/planHashes.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";
import { withTwoPrograms, type WithRecords } from "./recordsContract.ts";

const start = Date.parse("2026-06-10T12:00:00Z");
const minute = 60_000;
const packs = ["p", "q", "r"].map((packId) => ({ packId, name: `Pack ${packId}` }));
const plan = { planHash: emptyHash, name: "June" };

const attemptOf = (packId: string, differences: Partial<NewAttempt> = {}): NewAttempt => ({
  packId,
  packName: `Pack ${packId}`,
  trigger: "immediate",
  sentAt: new Date(start).toISOString(),
  sentBy: "dev@example.com",
  versions: { a: "1.1" },
  removed: [],
  scheduleId: "",
  plan,
  ...differences,
});

const scheduleOf = (packId: string): NewScheduleRecord => ({
  packId,
  packName: `Pack ${packId}`,
  keeper: "workspace",
  requestId: "",
  scheduled: {
    date: "2026-06-12",
    timeZone: "UTC",
    versions: { a: "1.1" },
    confirmed: [{ componentId: "a", currentVersion: "1.0", deleted: false }],
    state: "scheduled",
    scheduledBy: "dev@example.com",
    scheduledAt: new Date(start).toISOString(),
    plan,
  },
});

const handedOver = {
  ...scheduleOf("p").scheduled,
  windowStart: "2026-06-12T00:00:00.000Z",
  windowEnd: "2026-06-12T01:00:00.000Z",
};

/** Tests what `ReleaseRecords` promises about release plans. Every implementation must pass. */
export function planRecordsContract(name: string, withRecords: WithRecords): void {
  describe(`${name}: contract of the records of plans`, () => {
    const withTwo = (
      test: (one: ReleaseRecords, two: ReleaseRecords, pass: (ms: number) => Promise<void>) => Promise<void>,
    ) => withTwoPrograms(withRecords, start, (one, two, { pass }) => test(one, two, pass));
    const send = (records: ReleaseRecords, packId: string, differences: Partial<NewAttempt> = {}) =>
      records.recordSending(attemptOf(packId, differences), { holder: "h1", acknowledged: [] });

    it("ends the claim of one pack with its outcome, and leaves those of the others", () =>
      withTwo(async (one, two) => {
        for (const end of ["recordNotMade", "recordUnknown", "recordReleased"] as const) {
          await one.claim(packs, "h1");
          const { attemptId } = await send(one, "p");
          if (end === "recordReleased") await one.recordReleased(attemptId, new Date(start), false);
          else await one[end](attemptId);
          await two.claim(packs.slice(0, 1), "h2");
          await rejectsWith(two.claim(packs.slice(1), "h2"), "Conflict", /"Pack q" is under way/);
          await two.endClaims("h2");
          await one.endClaims("h1");
          if (end === "recordUnknown") await one.recordReleased(attemptId, new Date(start), true);
        }
      }));

    it("renews the claims of all packs of the plan when one is sent", () =>
      withTwo(async (one, two, pass) => {
        await one.claim(packs, "h1");
        for (const { packId } of packs) {
          await pass(2 * minute);
          const { attemptId } = await send(one, packId);
          await one.recordReleased(attemptId, new Date(start), false);
          const left = packs.filter((pack) => pack.packId > packId);
          if (left.length > 0) await rejectsWith(two.claim(left, "h2"), "Conflict");
        }
      }));

    it("does not renew the claim of a pack that somebody took over", () =>
      withTwo(async (one, two, pass) => {
        await one.claim(packs, "h1");
        await pass(10 * minute);
        await two.claim(packs.slice(2), "h2");
        await send(one, "p");
        await rejectsWith(send(one, "r"), "Conflict", /took too long/);
      }));

    it("lists what was sent under a plan, whatever its outcome, and nothing else", () =>
      withTwo(async (one, two) => {
        await one.claim(packs, "h1");
        const first = await send(one, "r");
        await one.recordReleased(first.attemptId, new Date(start), false);
        const second = await send(one, "p");
        await one.recordNotMade(second.attemptId);
        await one.claim(packs, "h1");
        await send(one, "p", { plan: { planHash: otherHash } });
        const { plan: _, ...single } = attemptOf("q");
        await one.recordSending(single, { holder: "h1", acknowledged: [] });
        const listed = await two.listPlanAttempts(emptyHash);
        assert.deepEqual(
          listed.map((attempt) => [attempt.packId, attempt.state, attempt.plan]),
          [
            ["r", "released", plan],
            ["p", "notMade", plan],
          ],
        );
        assert.deepEqual(await two.listPlanAttempts("sha256:none"), []);
        assert.deepEqual((await two.history("r"))[0]?.plan, plan);
        assert.deepEqual(
          (await two.listPlanAttempts(otherHash)).map((attempt) => attempt.plan),
          [{ planHash: otherHash }],
        );
      }));

    it("rule 17: still lists what the workspace scheduled under a plan once it was cancelled", () =>
      withTwo(async (one, two) => {
        await one.claim(packs, "h1");
        const { scheduleId, scheduled } = await one.putSchedule(scheduleOf("p"), "", "h1");
        assert.deepEqual(scheduled.plan, plan);
        await one.endClaims("h1");
        assert.ok(await two.removeSchedule(scheduleId));
        const listed = await two.listPlanAttempts(emptyHash);
        assert.deepEqual(
          listed.map(({ packId, state }) => [packId, state]),
          [["p", "scheduled"]],
        );
        assert.deepEqual(await two.history("p"), []);
      }));

    it("keeps the plan of what the platform scheduled, and of the release that it makes", () =>
      withTwo(async (one, two) => {
        await one.claim(packs, "h1");
        const accepted = await send(one, "p", { trigger: "scheduled", scheduled: handedOver });
        await one.recordScheduled(accepted.attemptId, "release-1");
        const lost = await send(one, "q", { trigger: "scheduled", scheduled: handedOver });
        await one.recordUnknown(lost.attemptId);
        await one.endClaims("h1");
        const [kept, unknown] = await Promise.all([two.findSchedule("p"), two.findSchedule("q")]);
        assert.deepEqual([kept?.scheduled.plan, unknown?.scheduled.plan], [plan, plan]);
        assert.equal(unknown?.scheduled.state, "unknown");
        assert.ok(kept);
        await one.changeSchedule(kept.scheduleId, { date: "2026-06-13" });
        const release = await one.finishSchedule(kept.scheduleId, new Date(start));
        assert.deepEqual(release?.plan, plan);
        assert.deepEqual(
          (await two.listPlanAttempts(emptyHash)).map(({ packId, state }) => [packId, state]),
          [
            ["p", "scheduled"],
            ["q", "dismissed"],
            ["p", "released"],
          ],
        );
      }));
  });
}
