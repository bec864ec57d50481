import assert from "node:assert/strict";
import type { NewAttempt } from "../../../../../src/backend/platform/records/releaseAttempt.ts";
import { json, withOnePack, type OnePackTest } from "../../../../support/platform/scripted/onePack.ts";
import { pack, schedule } from "../../../../support/records/recordedRelease.ts";

type Parts = Pick<OnePackTest, "records" | "timing">;

const hour = 3_600_000;

/** Records a request of another window, which claims the pack and waits for the answer. */
async function sendElsewhere({ records, timing }: Parts, changes: Partial<NewAttempt> = {}) {
  await records.claim([pack], "elsewhere");
  return records.recordSending(
    {
      packId: "p",
      packName: "Orders",
      trigger: "immediate",
      sentAt: new Date(timing.now()).toISOString(),
      sentBy: "dev@example.com",
      versions: { a: "1.1" },
      removed: [],
      scheduleId: "",
      ...changes,
    },
    { holder: "elsewhere", acknowledged: [] },
  );
}

/** Records a request of a program that was killed before the answer came, and has its claim expire. */
async function sendAndBeKilled(parts: Parts): Promise<void> {
  await sendElsewhere(parts);
  await parts.timing.pause(hour);
}

/** Records that the request of a scheduled release was sent by a window that is gone. */
async function sendScheduledAndBeKilled({ records, timing }: Parts) {
  await records.claim([pack], "elsewhere");
  const { scheduleId } = await records.putSchedule(schedule, "", "elsewhere");
  const attempt = await sendElsewhere({ records, timing }, { scheduleId, trigger: "scheduled" });
  return { attempt, beGone: () => timing.pause(hour) };
}

describe("the lookup of a request whose sender was killed", () => {
  it("makes it unknown when the pack does not show the release, and announces that once", () =>
    withOnePack(async ({ reconcile, changeCount, announced, ...parts }) => {
      await sendAndBeKilled(parts);
      for (const lookup of ["first", "second"]) {
        const states = (await reconcile()).map(({ state }) => state);
        assert.deepEqual([states, changeCount()], [["unknown"], 1], lookup);
      }
      assert.deepEqual(announced, []);
    }));

  it("records the release when the pack shows it, and announces that once", () =>
    withOnePack(async ({ platform, reconcile, changeCount, announced, ...parts }) => {
      await sendAndBeKilled(parts);
      platform.showsAfter = 0;
      assert.deepEqual(await reconcile(), []);
      assert.equal(changeCount(), 1);
      assert.deepEqual(await parts.records.history("p"), announced);
      assert.equal(announced.length, 1);
    }));
});

describe("the lookup of a request", () => {
  it("leaves alone what another window is sending, whatever the pack shows", () =>
    withOnePack(async ({ platform, reconcile, announced, ...parts }) => {
      await sendElsewhere(parts);
      platform.showsAfter = 0;
      assert.deepEqual(
        (await reconcile()).map(({ state }) => state),
        ["sending"],
      );
      assert.deepEqual([announced, await parts.records.history("p")], [[], []]);
    }));

  it("records that the platform gave the release up, before it ends", () =>
    withOnePack(async ({ platform, reconcile, announced, changeCount, ...parts }) => {
      const { attemptId } = await sendElsewhere(parts);
      await parts.records.recordAccepted(attemptId, "release-1");
      platform.statuses = [json(200, { releaseStatus: "ERROR", message: "Out of space." })];
      platform.showsAfter = 0;
      assert.deepEqual(await reconcile(), []);
      assert.deepEqual([announced, await parts.records.history("p")], [[], []]);
      assert.equal(changeCount(), 1);
      assert.equal(await parts.records.isUnderWay("p"), false);
    }));

  it("looks at the pack once the platform no longer reports the request, and only then", () =>
    withOnePack(async ({ platform, reconcile, ...parts }) => {
      const { attemptId } = await sendElsewhere(parts);
      await parts.records.recordAccepted(attemptId, "release-1");
      platform.showsAfter = 0;
      platform.statuses = [json(202, { releaseStatus: "IN_PROGRESS" }), json(404, {})];
      assert.deepEqual(
        (await reconcile()).map(({ state }) => state),
        ["accepted"],
      );
      assert.deepEqual(await reconcile(), []);
      assert.equal((await parts.records.history("p")).length, 1);
    }));

  it("reports a scheduled release whose sender is gone, by its status or by the pack", async () => {
    for (const isAccepted of [true, false]) {
      await withOnePack(async ({ platform, reconcile, ...parts }) => {
        const { attempt, beGone } = await sendScheduledAndBeKilled(parts);
        if (isAccepted) await parts.records.recordAccepted(attempt.attemptId, "release-1");
        await beGone();
        if (!isAccepted) platform.showsAfter = 0;
        assert.deepEqual(await reconcile(), []);
        assert.deepEqual(
          (await parts.records.takeOutcomes()).map(({ kind }) => kind),
          ["released"],
        );
      });
    }
  });
});
