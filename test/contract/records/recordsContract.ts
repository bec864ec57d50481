import assert from "node:assert/strict";
import type { NewAttempt, ReleaseAttempt } from "../../../src/backend/platform/records/releaseAttempt.ts";
import type {
  ReleaseRecords,
  SendingCondition,
} from "../../../src/backend/platform/records/releaseRecords.ts";
import type { NewScheduleRecord } from "../../../src/backend/platform/records/scheduleRecord.ts";
import type { ScheduledRelease } from "../../../src/model/schedule/scheduledRelease.ts";
import { rejectsWith } from "../../support/rejectsWith.ts";

/** Opens records of one shared place, as another program does; each with a clock of its own. `account`: one for all tests when left out. */
export type OpenRecords = (clock: () => Date, account?: string) => Promise<ReleaseRecords>;

/** A place of records, shared by several programs. */
export interface SharedPlace {
  readonly open: OpenRecords;
  /** Sets the clock of the place, where it has one. */
  readonly setClock: (now: Date) => Promise<void>;
}

/** Runs a test on records that are new. */
export type WithRecords = (test: (place: SharedPlace) => Promise<void>) => Promise<void>;

/** The time of a test. */
export interface SharedTime {
  /** Has all clocks go on by so many ms. */
  readonly pass: (ms: number) => Promise<void>;
}

/** Runs a test on two programs with one clock. */
export async function withTwoPrograms(
  withRecords: WithRecords,
  start: number,
  test: (one: ReleaseRecords, two: ReleaseRecords, time: SharedTime) => Promise<void>,
): Promise<void> {
  await withRecords(async ({ open, setClock }) => {
    let now = start;
    const clock = () => new Date(now);
    await setClock(clock());
    const pass = (ms: number) => {
      now += ms;
      return setClock(clock());
    };
    await test(await open(clock), await open(clock), { pass });
  });
}

const start = Date.parse("2026-06-10T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const pack = { packId: "p", name: "Orders" };
const other = { packId: "q", name: "Invoices" };

const newAttempt: NewAttempt = {
  packId: "p",
  packName: "Orders",
  trigger: "immediate",
  sentAt: new Date(start).toISOString(),
  sentBy: "dev@example.com",
  versions: { a: "1.1" },
  removed: [],
  scheduleId: "",
};

const waiting: NewScheduleRecord = {
  packId: "p",
  packName: "Orders",
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
  },
};

/** A scheduled release as it is handed over to the platform. */
const handedOver: ScheduledRelease = {
  ...waiting.scheduled,
  windowStart: "2026-06-12T00:00:00.000Z",
  windowEnd: "2026-06-12T01:00:00.000Z",
};

const by = (holder: string, condition: Partial<SendingCondition> = {}): SendingCondition => ({
  holder,
  acknowledged: [],
  ...condition,
});

async function send(
  records: ReleaseRecords,
  holder: string,
  attempt: Partial<NewAttempt> = {},
  condition: Partial<SendingCondition> = {},
): Promise<ReleaseAttempt> {
  await records.claim([pack], holder);
  return records.recordSending({ ...newAttempt, ...attempt }, by(holder, condition));
}

async function schedule(records: ReleaseRecords, record: Partial<NewScheduleRecord> = {}, earlierId = "") {
  await records.claim([pack], "scheduling");
  const stored = await records.putSchedule({ ...waiting, ...record }, earlierId, "scheduling");
  await records.endClaims("scheduling");
  return stored;
}

const kinds = (outcomes: readonly { readonly kind: string }[]) => outcomes.map(({ kind }) => kind);

/** Tests what `ReleaseRecords` promises. Every implementation must pass. */
export function recordsContract(name: string, withRecords: WithRecords): void {
  describe(`${name}: contract of the records`, function () {
    this.timeout(20_000);

    const withTwo = (test: (one: ReleaseRecords, two: ReleaseRecords, time: SharedTime) => Promise<void>) =>
      withTwoPrograms(withRecords, start, test);

    describe("claims", () => {
      it("belong to one holder until they end", () =>
        withTwo(async (one, two) => {
          await one.claim([pack], "h1");
          await rejectsWith(two.claim([pack], "h2"), "Conflict", /"Orders" is under way/);
          assert.equal(await two.isUnderWay("p"), true);
          await one.endClaims("h1");
          await two.claim([pack], "h2");
        }));

      it("are renewed by their holder", () =>
        withTwo(async (one) => {
          await one.claim([pack], "h1");
          await one.claim([pack], "h1");
        }));

      it("do not make a request unknown when the holder that waits for its answer renews them", () =>
        withTwo(async (one) => {
          await send(one, "h1");
          await one.claim([pack], "h1");
          assert.deepEqual(
            (await one.listOpenAttempts()).map(({ state }) => state),
            ["sending"],
          );
        }));

      it("of several packs are all or none", () =>
        withTwo(async (one, two) => {
          await one.claim([other], "h1");
          await rejectsWith(two.claim([pack, other], "h2"), "Conflict", /"Invoices"/);
          await one.claim([pack], "h3");
        }));

      it("of the same packs in different order never wait for each other", () =>
        withTwo(async (one, two) => {
          const results = await Promise.allSettled([
            one.claim([pack, other], "h1"),
            two.claim([other, pack], "h2"),
          ]);
          assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
        }));

      it("expire, and can be taken over then", () =>
        withTwo(async (one, two, time) => {
          await one.claim([pack], "h1");
          await time.pass(10 * minute);
          await two.claim([pack], "h2");
          await rejectsWith(one.recordSending(newAttempt, by("h1")), "Conflict", /took too long/);
          await one.endClaims("h1");
          assert.equal(await one.isUnderWay("p"), true, "only the holder's own claims end");
        }));

      it("of a program with a wrong clock block nobody for longer than any other", () =>
        withRecords(async ({ open, setClock }) => {
          let now = start;
          for (const ahead of [365 * 24 * hour, -24 * hour]) {
            await setClock(new Date(now));
            const wrong = await open(() => new Date(now + ahead));
            await wrong.claim([pack], `h${ahead}`);
            now += 10 * minute;
            await setClock(new Date(now));
            const right = await open(() => new Date(now));
            await right.claim([pack], "h2");
            await rejectsWith(wrong.recordSending(newAttempt, by(`h${ahead}`)), "Conflict", /took too long/);
            await right.endClaims("h2");
          }
        }));

      it("that expired while nobody took them over still allow to send", () =>
        withTwo(async (one, _, time) => {
          await one.claim([pack], "h1");
          await time.pass(10 * minute);
          await one.recordSending(newAttempt, by("h1"));
          assert.equal(await one.isUnderWay("p"), true, "sending renews the claim");
        }));
    });

    describe("sending", () => {
      it("is recorded with what was confirmed, before anything else is known", () =>
        withTwo(async (one, two) => {
          const attempt = await send(one, "h1");
          assert.deepEqual(await two.listOpenAttempts("p"), [attempt]);
          assert.equal(attempt.state, "sending");
          assert.deepEqual(await two.listOpenAttempts("q"), []);
        }));

      it("needs a claim", () =>
        withTwo(async (one) => {
          await rejectsWith(one.recordSending(newAttempt, by("nobody")), "Conflict", /Nothing .* was sent/);
          assert.deepEqual(await one.listOpenAttempts(), []);
        }));

      it("is refused while the platform runs a release of the pack, for however long", () =>
        withTwo(async (one, two, time) => {
          const attempt = await send(one, "h1");
          await one.recordAccepted(attempt.attemptId, "release-1");
          await time.pass(30 * 24 * hour);
          await rejectsWith(send(two, "h2"), "Conflict", /under way/);
        }));

      it("is refused while an earlier outcome is unknown, unless a person confirmed it knowingly", () =>
        withTwo(async (one, two) => {
          const first = await send(one, "h1");
          await one.recordUnknown(first.attemptId);
          await rejectsWith(send(two, "h2"), "OutcomeUnknown", /outcome of the release of "Orders"/);
          await two.endClaims("h2");
          const second = await send(two, "h3", {}, { acknowledged: [first.attemptId] });
          assert.deepEqual(
            (await one.listOpenAttempts()).map(({ attemptId }) => attemptId),
            [second.attemptId],
          );
        }));

      it("leaves an earlier request of the same holder open whose answer is awaited", () =>
        withTwo(async (one) => {
          const first = await send(one, "h1");
          const second = await send(one, "h1");
          assert.deepEqual(await one.listOpenAttempts(), [first, second]);
        }));

      it("of a program that was killed is unknown once its claim was taken over", () =>
        withTwo(async (one, two, time) => {
          await send(one, "h1");
          await rejectsWith(two.claim([pack], "h2"), "Conflict");
          await time.pass(hour);
          await two.claim([pack], "h2");
          const [left] = await two.listOpenAttempts();
          assert.equal(left?.state, "unknown");
        }));

      it("is refused when the pack's scheduled release is another one than was confirmed", () =>
        withTwo(async (one, two) => {
          const stored = await schedule(one);
          await rejectsWith(send(two, "h1"), "Conflict", /scheduled release was changed/);
          await two.endClaims("h1");
          await send(two, "h2", { scheduleId: stored.scheduleId });
        }));

      it("of a scheduled release is refused before its window, after it, and when it was marked missed", () =>
        withTwo(async (one, two, time) => {
          const { scheduleId } = await schedule(one);
          const run = (holder: string, permission: SendingCondition["permission"] & string) =>
            send(two, holder, { scheduleId, trigger: "scheduled" }, { permission }).finally(() =>
              two.endClaims(holder),
            );
          await rejectsWith(run("h1", "inWindow"), "Conflict");
          await time.pass(36 * hour + 30 * minute);
          await one.changeSchedule(scheduleId, { state: "missed" });
          await rejectsWith(run("h2", "inWindow"), "Conflict");
          await one.changeSchedule(scheduleId, { state: "scheduled" });
          await time.pass(8 * hour);
          await rejectsWith(run("h3", "inWindow"), "Conflict");
          assert.equal((await run("h4", "late")).state, "sending");
        }));

      it("of a release that differs from what was confirmed is refused, whatever the permission (rule 12)", () =>
        withTwo(async (one, two, time) => {
          const { scheduleId } = await schedule(one);
          await time.pass(36 * hour + 30 * minute);
          const failure = { problem: "Changed.", problemCode: "Conflict" } as const;
          await one.changeSchedule(scheduleId, { state: "failed", failure });
          for (const permission of ["inWindow", "late", "retry"] as const) {
            const sending = send(two, permission, { scheduleId, trigger: "scheduled" }, { permission });
            await rejectsWith(sending, "Conflict");
            await two.endClaims(permission);
          }
        }));
    });

    describe("outcomes of releases", () => {
      it("end the claim, and what was released is history for all", () =>
        withTwo(async (one, two) => {
          const { attemptId } = await send(one, "h1");
          await one.recordAccepted(attemptId, "release-1");
          assert.equal(await two.isUnderWay("p"), true);
          const { release, isNew } = await one.recordReleased(attemptId, new Date(start + minute), false);
          assert.equal(isNew, true);
          assert.equal(release.releaseId, "release-1");
          assert.deepEqual(await two.history("p"), [release]);
          assert.deepEqual(await two.history(), [release]);
          assert.deepEqual(await two.listOpenAttempts(), []);
          await two.claim([pack], "h2");
        }));

      it("are recorded once, although several find them", () =>
        withTwo(async (one, two) => {
          const { attemptId } = await send(one, "h1");
          await one.recordReleased(attemptId, new Date(start + minute), false);
          const again = await two.recordReleased(attemptId, new Date(start + hour), true);
          assert.equal(again.isNew, false);
          assert.equal((await two.history("p")).length, 1);
          await two.recordNotMade(attemptId);
          assert.equal((await two.history("p")).length, 1, "a release that was made stays made");
          await two.recordUnknown(attemptId);
          assert.deepEqual([(await two.history("p")).length, await two.listOpenAttempts()], [1, []]);
        }));

      it("of a release that was unknown can still be found", () =>
        withTwo(async (one, two) => {
          const { attemptId } = await send(one, "h1");
          await one.recordUnknown(attemptId);
          await two.recordReleased(attemptId, new Date(start + minute), true);
          assert.equal((await one.history("p")).length, 1);
        }));

      it("do not end the claim of somebody who took it over", () =>
        withTwo(async (one, two, time) => {
          const { attemptId } = await send(one, "h1");
          await time.pass(hour);
          await two.claim([pack], "h2");
          await one.recordNotMade(attemptId);
          assert.equal(await one.isUnderWay("p"), true);
        }));

      it("keep the order of the history, although the clock went back", () =>
        withTwo(async (one) => {
          const first = await send(one, "h1");
          await one.recordReleased(first.attemptId, new Date(start), false);
          const second = await send(one, "h2", { versions: { a: "1.2" } });
          await one.recordReleased(second.attemptId, new Date(start - hour), false);
          assert.deepEqual(
            (await one.history("p")).map(({ versions }) => versions),
            [{ a: "1.2" }, { a: "1.1" }],
          );
        }));
    });

    describe("scheduled releases", () => {
      it("are stored with what was confirmed, and found by all", () =>
        withTwo(async (one, two) => {
          const stored = await schedule(one);
          assert.deepEqual(await two.findSchedule("p"), stored);
          assert.deepEqual(await two.listSchedules(), [stored]);
          assert.deepEqual(stored.scheduled.confirmed, waiting.scheduled.confirmed);
          assert.equal(stored.scheduled.windowStart, "2026-06-12T00:00:00.000Z");
          assert.equal(stored.scheduled.windowEnd, "2026-06-12T01:00:00.000Z");
        }));

      it("are listed by their windows, the first one first, whatever the names of their packs", () =>
        withTwo(async (one) => {
          const { packId, name: packName } = other;
          await one.claim([other], "scheduling");
          const later = { ...waiting.scheduled, date: "2026-06-13" };
          await one.putSchedule({ ...waiting, packId, packName, scheduled: later }, "", "scheduling");
          await schedule(one);
          assert.deepEqual(
            (await one.listSchedules()).map((record) => record.packName),
            [pack.name, packName],
          );
        }));

      it("that the platform keeps have a window over all zones that may decide their date", () =>
        withTwo(async (one) => {
          const { scheduled } = await schedule(one, { keeper: "platform", requestId: "release-1" });
          assert.equal(scheduled.windowStart, "2026-06-11T10:00:00.000Z");
          assert.equal(scheduled.windowEnd, "2026-06-12T13:00:00.000Z");
          assert.ok(scheduled.cannotCancel);
        }));

      it("are replaced only by who read the present one", () =>
        withTwo(async (one, two) => {
          const first = await schedule(one);
          await rejectsWith(schedule(two), "Conflict", /scheduled release was changed/);
          await two.endClaims("scheduling");
          const second = await schedule(two, {}, first.scheduleId);
          assert.notEqual(second.scheduleId, first.scheduleId);
          assert.equal(await one.changeSchedule(first.scheduleId, { state: "missed" }), false);
          assert.equal(await one.removeSchedule(first.scheduleId), false);
        }));

      it("are not put without a claim", () =>
        withTwo(async (one) => {
          await rejectsWith(one.putSchedule(waiting, "", "nobody"), "Conflict");
        }));

      it("are shown as running while a request is under way, and can be neither removed nor finished then", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one);
          await one.claim([pack], "h1");
          assert.equal((await two.findSchedule("p"))?.scheduled.state, "releasing");
          assert.equal((await one.findSchedule("p", "h1"))?.scheduled.state, "scheduled");
          await rejectsWith(two.removeSchedule(scheduleId), "Conflict", /under way/);
          for (const holder of [undefined, "h2"]) {
            assert.equal(await two.finishSchedule(scheduleId, new Date(start), holder), undefined);
          }
          await one.endClaims("h1");
          assert.equal(await two.removeSchedule(scheduleId), true);
          assert.equal(await two.findSchedule("p"), undefined);
        }));

      it("end with the release that ran them, and with one that replaced them, whatever the clocks say", () =>
        withTwo(async (one) => {
          const first = await schedule(one);
          const ran = await send(one, "h1", { scheduleId: first.scheduleId, trigger: "scheduled" });
          await one.recordReleased(ran.attemptId, new Date(start), false);
          assert.equal(await one.findSchedule("p"), undefined);
          const scheduledAt = new Date(start + 365 * 24 * hour).toISOString();
          const ahead = await schedule(one, { scheduled: { ...waiting.scheduled, scheduledAt } });
          const replaced = await send(one, "h2", { scheduleId: ahead.scheduleId });
          await one.recordReleased(replaced.attemptId, new Date(start + minute), false);
          assert.equal(await one.findSchedule("p"), undefined);
        }));

      it("store the rule for the time after their window, until another one takes their place", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one, { missedReleases: "skip" });
          assert.equal((await two.findSchedule("p"))?.missedReleases, "skip");
          await two.changeSchedule(scheduleId, { date: "2026-06-13" });
          assert.equal((await one.listSchedules())[0]?.missedReleases, "skip");
          await schedule(two, {}, scheduleId);
          assert.equal((await one.findSchedule("p"))?.missedReleases, undefined);
        }));

      it("stay with their new state, and lose the reason when it no longer holds", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one);
          const failure = { problem: "No answer.", problemCode: "Unreachable" } as const;
          assert.equal(await one.changeSchedule(scheduleId, { state: "failed", failure }), true);
          const failed = (await two.findSchedule("p"))?.scheduled;
          assert.deepEqual(
            [failed?.state, failed?.problem, failed?.problemCode],
            ["failed", "No answer.", "Unreachable"],
          );
          await two.changeSchedule(scheduleId, { date: "2026-06-13" });
          assert.equal((await one.findSchedule("p"))?.scheduled.problem, "No answer.");
          await two.changeSchedule(scheduleId, { state: "scheduled", failure: undefined });
          const again = (await one.findSchedule("p"))?.scheduled;
          assert.deepEqual([again?.date, again?.problem], ["2026-06-13", undefined]);
        }));

      it("that the platform keeps take the place of the earlier one when it accepted them", () =>
        withTwo(async (one) => {
          const { scheduleId } = await schedule(one);
          const attempt = await send(one, "h1", { scheduleId, scheduled: handedOver });
          assert.equal((await one.findSchedule("p"))?.keeper, "workspace");
          await one.recordScheduled(attempt.attemptId, "release-1");
          const stored = await one.findSchedule("p");
          assert.deepEqual([stored?.keeper, stored?.requestId], ["platform", "release-1"]);
          assert.deepEqual(await one.listOpenAttempts(), []);
          assert.deepEqual(await one.history(), []);
        }));

      it("whose hand-over has an unknown outcome are unknown, and do not run here", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one);
          const attempt = await send(one, "h1", { scheduleId, scheduled: handedOver });
          await one.recordUnknown(attempt.attemptId);
          const stored = await two.findSchedule("p");
          assert.deepEqual([stored?.keeper, stored?.scheduled.state], ["platform", "unknown"]);
          assert.ok(stored?.scheduled.problem);
          assert.equal(stored.scheduled.cannotCancel, undefined);
          assert.equal(await two.removeSchedule(stored.scheduleId), true);
        }));

      it("whose hand-over was rejected stay as they were", () =>
        withTwo(async (one) => {
          const before = await schedule(one);
          const attempt = await send(one, "h1", { scheduleId: before.scheduleId, scheduled: handedOver });
          await one.recordNotMade(attempt.attemptId);
          assert.deepEqual(await one.findSchedule("p"), before);
        }));

      it("of a pack that is gone are forgotten", () =>
        withTwo(async (one) => {
          await schedule(one);
          await one.removePack("p");
          assert.deepEqual(await one.listSchedules(), []);
        }));
    });

    describe("outcomes of scheduled releases", () => {
      const kept = { keeper: "platform", requestId: "release-1" } as const;

      it("that the platform ran are history, and are reported to one program only", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one, kept);
          const release = await one.finishSchedule(scheduleId, new Date(start + hour));
          assert.equal(release?.trigger, "scheduled");
          assert.equal(await two.finishSchedule(scheduleId, new Date(start + hour)), undefined);
          assert.deepEqual(await two.history("p"), [release]);
          const taken = [...(await two.takeOutcomes()), ...(await one.takeOutcomes())];
          assert.deepEqual(kinds(taken), ["released"]);
          assert.deepEqual(
            taken.map(({ queued }) => queued.scheduleId),
            [scheduleId],
          );
        }));

      for (const state of ["failed", "unknown"] as const) {
        it(`that are ${state} are the workspace's from then on, and reported once`, () =>
          withTwo(async (one, two) => {
            const { scheduleId } = await schedule(one, kept);
            const failure = { problem: "Out of space.", problemCode: "InvalidRequest" } as const;
            assert.equal(await one.takeBackSchedule(scheduleId, state, failure), true);
            assert.equal(await two.takeBackSchedule(scheduleId, state, failure), false);
            const stored = await two.findSchedule("p");
            assert.deepEqual([stored?.keeper, stored?.scheduled.state], ["workspace", state]);
            assert.equal(stored?.scheduleId, scheduleId);
            assert.deepEqual(kinds([...(await one.takeOutcomes()), ...(await two.takeOutcomes())]), [state]);
          }));
      }

      it("are recorded also under the claim of the holder that looks them up, and of no other", () =>
        withTwo(async (one, two) => {
          const { scheduleId } = await schedule(one, kept);
          await one.claim([pack], "h1");
          const failure = { problem: "Out of space.", problemCode: "InvalidRequest" } as const;
          assert.equal(await two.takeBackSchedule(scheduleId, "failed", failure, "h2"), false);
          assert.equal(await one.takeBackSchedule(scheduleId, "failed", failure, "h1"), true);
          assert.equal((await one.findSchedule("p", "h1"))?.scheduled.state, "failed");
          assert.ok(await one.finishSchedule(scheduleId, new Date(start), "h1"));
          assert.deepEqual(kinds(await two.takeOutcomes()), ["failed", "released"]);
        }));

      it("that were released by hand are one release, and not reported", () =>
        withTwo(async (one) => {
          const { scheduleId } = await schedule(one, kept);
          const attempt = await send(one, "h1", { scheduleId });
          await one.recordAccepted(attempt.attemptId, "release-1");
          await one.recordUnknown(attempt.attemptId);
          assert.ok(await one.finishSchedule(scheduleId, new Date(start + hour)));
          assert.equal((await one.history("p")).length, 1);
          assert.deepEqual(await one.takeOutcomes(), []);
        }));

      it("that were looked up are reported unless their sender still waits for them", () =>
        withTwo(async (one, two, time) => {
          for (const [holder, isGone] of [
            ["h1", false],
            ["h2", true],
          ] as const) {
            const { scheduleId } = await schedule(one);
            const attempt = await send(one, holder, { scheduleId, trigger: "scheduled" });
            await one.recordAccepted(attempt.attemptId, `release-${holder}`);
            if (isGone) await time.pass(hour);
            await two.recordReleased(attempt.attemptId, new Date(start + hour), true);
            assert.deepEqual(kinds(await two.takeOutcomes()), isGone ? ["released"] : []);
          }
        }));
    });
  });
}
