import assert from "node:assert/strict";
import type { MissedReleases } from "../../../src/model/schedule/missedReleases.ts";
import { errors, IntegrationPacksError } from "../../../src/errors/errors.ts";
import { ReleaseRunner } from "../../../src/scheduler/releaseRunner.ts";
import type { SchedulerEvent } from "../../../src/scheduler/schedulerEvent.ts";
import { windowEnd, windowStart } from "../../support/scheduler/schedulerScenario.ts";
import { queuedRelease, ScriptedQueue } from "../../support/scheduler/scriptedQueue.ts";
import { silentLog } from "../../support/silentLog.ts";
import { day, minute } from "../../support/time/durations.ts";

const end = Date.parse(windowEnd);

describe("a scheduled release whose window has passed", () => {
  let now: number;
  let setting: MissedReleases;
  let queue: ScriptedQueue;
  let runner: ReleaseRunner;
  let events: SchedulerEvent[];

  beforeEach(() => {
    now = end;
    queue = new ScriptedQueue();
    events = [];
    runner = new ReleaseRunner(
      { clock: () => new Date(now), log: silentLog, missedReleases: () => setting },
      (event) => void events.push(event),
    );
  });

  /** Runs the releases that are ready, and returns their packs. */
  const runReady = async (...due: readonly ReturnType<typeof queuedRelease>[]) => {
    const ready = runner.ready(queue, due, now);
    for (const queued of ready) await runner.run(queue, queued);
    return ready.map(({ packId }) => packId);
  };

  for (const rule of ["release", "ask", "skip"] as const) {
    it(`follows the rule \`${rule}\` that is stored with it, else the setting`, async () => {
      const answer = { release: ["release p-0 late"], ask: [], skip: ["miss p-0"] }[rule];
      for (setting of ["release", "ask", "skip"] as const) {
        queue.calls.length = 0;
        await runner.run(queue, queuedRelease("p-0", { missedReleases: rule }));
        assert.deepEqual(queue.calls, answer);
      }
      queue.calls.length = 0;
      setting = rule;
      await runner.run(queue, queuedRelease());
      assert.deepEqual(queue.calls, answer);
    });
  }

  describe("and about which the user is asked", () => {
    beforeEach(() => {
      setting = "ask";
    });

    it("waits for the answer, alone", async () => {
      assert.deepEqual(await runReady(queuedRelease()), ["p-0"]);
      assert.deepEqual(events, [{ kind: "missed", queued: queuedRelease(), answer: "ask" }]);
      assert.deepEqual(await runReady(queuedRelease(), queuedRelease("p-1")), ["p-1"]);
      assert.equal(events.length, 2);
    });

    it("runs in its window after the clock was set back into it", async () => {
      await runReady(queuedRelease());
      now = Date.parse(windowStart);
      await runReady(queuedRelease());
      assert.deepEqual(queue.calls, ["release p-0 inWindow"]);
    });

    it("is asked about again once it was not due in between, as when the clock was set back", async () => {
      await runReady(queuedRelease(), queuedRelease("p-1"));
      now -= day;
      await runReady(queuedRelease("p-1"));
      now += day;
      assert.deepEqual(await runReady(queuedRelease(), queuedRelease("p-1")), ["p-0"]);
    });

    it("runs at once when the setting changes to another rule", async () => {
      await runReady(queuedRelease());
      setting = "release";
      await runReady(queuedRelease());
      assert.deepEqual(queue.calls, ["release p-0 late"]);
    });
  });

  describe("and which is to be skipped", () => {
    beforeEach(() => {
      setting = "skip";
    });

    it("is marked missed and reported", async () => {
      assert.equal(await runner.skip(queue, queuedRelease()), "done");
      assert.deepEqual(queue.calls, ["miss p-0"]);
      assert.deepEqual(events, [{ kind: "missed", queued: queuedRelease(), answer: "skip" }]);
    });

    it("is not reported when it does not wait", async () => {
      queue.onMiss = () => false;
      assert.equal(await runner.skip(queue, queuedRelease()), "gone");
      assert.deepEqual(events, []);
    });

    it("is tried again after a pause when the queue cannot mark it", async () => {
      queue.onMiss = () => {
        throw new IntegrationPacksError("Unreachable", "No answer.");
      };
      await runReady(queuedRelease());
      assert.deepEqual([events, await runReady(queuedRelease())], [[], []]);
      now += minute;
      queue.onMiss = () => true;
      assert.deepEqual(await runReady(queuedRelease()), ["p-0"]);
      assert.deepEqual(events, [{ kind: "missed", queued: queuedRelease(), answer: "skip" }]);
    });
  });

  describe("and which its user releases", () => {
    beforeEach(() => {
      queue.onRelease = () => undefined;
    });

    it("may be under way in another program", async () => {
      queue.found = queuedRelease("p-0", { state: "releasing" });
      assert.equal(await runner.retry(queue, queuedRelease()), "underWay");
      assert.deepEqual(queue.calls, ["release p-0 retry", "find p-0"]);
    });

    for (const state of ["scheduled", "failed", "missed", undefined] as const) {
      it(`is gone when it is ${state ?? "no longer there"} and may not run`, async () => {
        queue.found = state && queuedRelease("p-0", { state });
        assert.equal(await runner.retry(queue, queuedRelease()), "gone");
      });
    }

    it("runs without the pause after earlier failures", async () => {
      queue.onRelease = () => {
        throw errors.unsupported("Not now.");
      };
      queue.onFail = () => {
        throw new IntegrationPacksError("Unreachable", "No answer.");
      };
      setting = "release";
      await runReady(queuedRelease());
      await runner.retry(queue, queuedRelease());
      assert.deepEqual(
        queue.calls.filter((call) => call.startsWith("release")),
        ["release p-0 late", "release p-0 retry"],
      );
      assert.deepEqual(
        events.map(({ kind }) => kind),
        ["failed", "failed"],
      );
    });
  });
});
