import assert from "node:assert/strict";
import type { QueuedRelease } from "../../../src/backend/scheduleQueue.ts";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import type { MissedReleases } from "../../../src/model/schedule/missedReleases.ts";
import { ReleaseRunner, type Outage } from "../../../src/scheduler/releaseRunner.ts";
import type { SchedulerEvent } from "../../../src/scheduler/schedulerEvent.ts";
import { windowEnd, windowStart } from "../../support/scheduler/schedulerScenario.ts";
import { queuedRelease, releaseOf, ScriptedQueue } from "../../support/scheduler/scriptedQueue.ts";
import { silentLog } from "../../support/silentLog.ts";
import { hour, minute } from "../../support/time/durations.ts";

const start = Date.parse(windowStart);
const end = Date.parse(windowEnd);
const second = 1_000;

const unreachable = () => new IntegrationPacksError("Unreachable", "No answer.");
const conflict = new IntegrationPacksError("Conflict", "The pack changed.");
const refusal = new IntegrationPacksError("Forbidden", "No privilege.");

describe("a scheduled release that is due", () => {
  let now: number;
  let setting: MissedReleases;
  let queue: ScriptedQueue;
  let runner: ReleaseRunner;
  let events: SchedulerEvent[];

  beforeEach(() => {
    now = start;
    setting = "release";
    queue = new ScriptedQueue();
    events = [];
    runner = new ReleaseRunner(
      { clock: () => new Date(now), log: silentLog, missedReleases: () => setting },
      (event) => void events.push(event),
    );
  });

  const kinds = () => events.map(({ kind }) => kind);
  const failWith = (error: unknown) => {
    queue.onRelease = () => {
      throw error;
    };
  };
  const isReady = (queued: QueuedRelease) => runner.ready(queue, [queued], now).length === 1;
  const run = (queued = queuedRelease(), outage?: Outage) => runner.run(queue, queued, outage);

  it("runs in its window up to the last millisecond, and after it as one that was missed", async () => {
    for (now of [start, end - 1, end, end + 1]) await run();
    assert.deepEqual(queue.calls, [
      "release p-0 inWindow",
      "release p-0 inWindow",
      "release p-0 late",
      "release p-0 late",
    ]);
    assert.deepEqual(events[0], {
      kind: "released",
      queued: queuedRelease(),
      release: releaseOf(queuedRelease()),
    });
  });

  it("is tried again after a pause when another program runs it, without a report", async () => {
    queue.onRelease = () => undefined;
    await run();
    assert.deepEqual(events, []);
    assert.equal(isReady(queuedRelease()), false);
    assert.equal(runner.nextAttempt(), start + 5 * second);
    now += 5 * second;
    assert.equal(isReady(queuedRelease()), true);
  });

  it("is missed, not failed, when another program ran it in its window and did not end", async () => {
    queue.onRelease = () => undefined;
    now = end - second;
    await run();
    now = end + minute;
    queue.onRelease = releaseOf;
    await run();
    assert.deepEqual(queue.calls, ["release p-0 inWindow", "release p-0 late"]);
  });

  describe("when a temporary failure", () => {
    beforeEach(() => failWith(unreachable()));

    it("leaves time for another attempt in the window, is tried again", async () => {
      now = end - 5 * second - 1;
      await run();
      assert.deepEqual([kinds(), queue.failures], [[], []]);
      assert.equal(isReady(queuedRelease()), false);
    });

    it("leaves no time for another attempt in the window, fails", async () => {
      now = end - 5 * second;
      await run();
      assert.deepEqual(kinds(), ["failed"]);
      assert.deepEqual(queue.failures, [{ problem: "No answer.", problemCode: "Unreachable" }]);
    });

    it("is the last in the window, fails with its reason instead of being released late", async () => {
      now = end - minute;
      await run();
      now = end + minute;
      await run();
      assert.deepEqual(queue.calls, ["release p-0 inWindow", "fail p-0"]);
      assert.deepEqual(queue.failures, [{ problem: "No answer.", problemCode: "Unreachable" }]);
      assert.equal(runner.nextAttempt(), undefined, "it is not tried again");
    });

    for (const { early, outcome } of [
      { early: 1, outcome: [] },
      { early: 0, outcome: ["failed"] },
    ]) {
      it(`of a late release leaves ${early} ms of its hour for another attempt, ${early > 0 ? "is tried again" : "fails"}`, async () => {
        now = end + hour;
        await run();
        now = end + 2 * hour - 10 * second - early;
        await run();
        assert.deepEqual(kinds(), outcome);
      });
    }

    it("follows a request of its user, fails at once", async () => {
      assert.equal(await runner.retry(queue, queuedRelease()), "done");
      assert.deepEqual([kinds(), queue.calls], [["failed"], ["release p-0 retry", "fail p-0"]]);
    });
  });

  describe("and fails for good", () => {
    for (const [error, failure] of [
      [conflict, { problem: "The pack changed.", problemCode: "Conflict" }],
      [new TypeError("not a function"), { problem: "not a function" }],
      ["a text", { problem: "a text" }],
    ] as const) {
      it(`is stored with the reason: ${JSON.stringify(failure)}`, async () => {
        failWith(error);
        await run();
        assert.deepEqual(queue.failures, [failure]);
        assert.deepEqual(events, [{ kind: "failed", queued: queuedRelease(), error }]);
        assert.equal(runner.nextAttempt(), undefined);
      });
    }

    it("is not reported when another program stored the failure before", async () => {
      failWith(conflict);
      queue.onFail = () => false;
      await run();
      assert.deepEqual(events, []);
    });

    it("is reported at once and stored later, with the same reason, while the queue cannot store it", async () => {
      failWith(conflict);
      queue.onFail = () => {
        throw unreachable();
      };
      await run();
      assert.deepEqual(kinds(), ["failed"]);
      assert.equal(isReady(queuedRelease()), false);
      now += minute;
      queue.onFail = () => true;
      queue.onRelease = releaseOf;
      await run();
      assert.deepEqual(queue.calls, ["release p-0 inWindow", "fail p-0", "fail p-0"], "it is not sent again");
      assert.deepEqual(queue.failures[1], queue.failures[0]);
      assert.deepEqual(kinds(), ["failed"]);
      assert.equal(runner.nextAttempt(), undefined);
    });
  });

  describe("of a queue that could not be read", () => {
    const outage = (from: number, until: number): Outage => ({ from, until, error: unreachable() });
    const isFailed = async (during: Outage) => {
      now = end + minute;
      await run(queuedRelease(), during);
      return queue.calls.includes("fail p-0");
    };

    for (const [what, from, until, fails] of [
      ["to the start of its window", start - hour, start, true],
      ["until just before its window", start - hour, start - 1, false],
      ["from the last instant of its window", end - 1, end + 1, true],
      ["from the end of its window", end, end + 1, false],
      ["in a part of its window", start + 1, start + 2, true],
    ] as const) {
      it(`${what} is ${fails ? "failed" : "missed"}`, async () => {
        assert.equal(await isFailed(outage(from, until)), fails);
        assert.deepEqual(kinds(), [fails ? "failed" : "released"]);
      });
    }

    it("by this client alone is missed, since others could read it", async () => {
      queue.isShared = true;
      assert.equal(await isFailed(outage(start, end)), false);
      assert.deepEqual(queue.calls, ["release p-0 late"]);
    });
  });

  describe("and refused by the platform", () => {
    beforeEach(() => {
      queue.isShared = true;
      failWith(refusal);
    });

    it("is left to others, like all others of the queue, for five minutes", async () => {
      await run();
      await run(queuedRelease("p-1"));
      assert.deepEqual(queue.calls, ["release p-0 inWindow"]);
      assert.deepEqual(events, [{ kind: "refused", queued: queuedRelease(), error: refusal }]);
      assert.equal(isReady(queuedRelease("p-2")), false);
      assert.equal(runner.nextAttempt(), start + 5 * minute);
      now += 5 * minute;
      assert.equal(isReady(queuedRelease("p-2")), true);
    });

    it("is reported once, until something was released, and each time to a user who asks", async () => {
      await run();
      now += 5 * minute;
      await run();
      assert.deepEqual(kinds(), ["refused"]);
      await runner.retry(queue, queuedRelease());
      assert.deepEqual(kinds(), ["refused", "refused"]);
      now += 5 * minute;
      queue.onRelease = releaseOf;
      await run();
      failWith(refusal);
      await run(queuedRelease("p-1"));
      assert.deepEqual(kinds(), ["refused", "refused", "released", "refused"]);
    });

    it("is failed where nobody shares the queue", async () => {
      queue.isShared = false;
      await run();
      assert.deepEqual(kinds(), ["failed"]);
    });

    it("is failed for any other reason also where others share the queue", async () => {
      failWith(conflict);
      await run();
      assert.deepEqual(kinds(), ["failed"]);
    });
  });
});
