import assert from "node:assert/strict";
import { longestTimer } from "../../../src/scheduler/scheduler.ts";
import { windowStart } from "../../support/scheduler/schedulerScenario.ts";
import { queuedRelease, releaseOf } from "../../support/scheduler/scriptedQueue.ts";
import { ScriptedScheduler } from "../../support/scheduler/scriptedScheduler.ts";
import { day, hour } from "../../support/time/durations.ts";

const start = Date.parse(windowStart);
const second = 1_000;

const packs = (count: number) => Array.from({ length: count }, (_, at) => queuedRelease(`p-${at}`));

describe("the passes of the scheduler", () => {
  let run: ScriptedScheduler;

  beforeEach(() => {
    run = new ScriptedScheduler(windowStart);
  });
  afterEach(() => run.scheduler.dispose());

  /** A release leaves the due ones. */
  const releaseOnce = () => {
    run.queue.onRelease = (queued) => {
      run.queue.due = run.queue.due.filter(({ packId }) => packId !== queued.packId);
      return releaseOf(queued);
    };
  };

  for (const [count, turns] of [
    [5, 1],
    [6, 2],
    [10, 2],
    [11, 3],
  ] as const) {
    it(`release ${count} packs in ${turns} turns of five`, async () => {
      run.queue.due = packs(count);
      releaseOnce();
      run.scheduler.start();
      await run.advance(0);
      assert.deepEqual([run.releaseCount, run.time.firedCount, run.time.timerCount], [count, turns, 0]);
    });
  }

  it("run one release after the other", async () => {
    run.queue.due = packs(3);
    run.scheduler.start();
    await run.advance(0);
    assert.deepEqual(run.queue.calls, [
      "listDue",
      "release p-0 inWindow",
      "release p-1 inWindow",
      "release p-2 inWindow",
      "nextDue",
    ]);
  });

  it("end with the release that is running when the scheduler is disposed", async () => {
    run.queue.due = packs(3);
    run.queue.onRelease = () => {
      run.scheduler.dispose();
      return undefined;
    };
    run.scheduler.start();
    await run.advance(0);
    assert.deepEqual(run.queue.calls, ["listDue", "release p-0 inWindow"]);
    run.scheduler.check();
    assert.equal(run.time.timerCount, 0);
  });

  it("do not overlap: a change during a pass is read after it", async () => {
    releaseOnce();
    run.queue.due = packs(1);
    run.queue.onRead = () => {
      if (run.readCount > 1) return;
      run.changed.fire();
      assert.equal(run.time.timerCount, 0, "no timer while a pass runs");
    };
    run.scheduler.start();
    await run.advance(0);
    assert.deepEqual(run.queue.calls, ["listDue", "release p-0 inWindow", "nextDue", "listDue", "nextDue"]);
    assert.deepEqual(run.loggedErrors, []);
    assert.equal(run.time.timerCount, 0);
  });

  it("begin at the instant that a window starts", async () => {
    run.time.set(new Date(start - longestTimer));
    run.queue.next = queuedRelease();
    run.scheduler.start();
    await run.advance(longestTimer - 1);
    assert.equal(run.readCount, 1);
    await run.advance(1);
    assert.equal(run.readCount, 2);
  });

  it("begin at the instant of the next attempt", async () => {
    run.queue.due = packs(1);
    run.queue.onRelease = () => undefined;
    run.scheduler.start();
    await run.advance(5 * second - 1);
    assert.equal(run.releaseCount, 1);
    await run.advance(1);
    assert.equal(run.releaseCount, 2);
  });

  it("find nothing while no backend with a queue is open, and set no timer", async () => {
    run.opened = undefined;
    run.scheduler.start();
    await run.advance(hour);
    assert.deepEqual([run.queue.calls, run.time.timerCount, run.events], [[], 0, []]);
    assert.equal(await run.scheduler.retry("p-0"), "gone");
    assert.equal(await run.scheduler.skip("p-0"), "gone");
  });

  it("follow a request of a user, which may have changed the queue, and not before it has ended", async () => {
    run.scheduler.start();
    await run.advance(0);
    run.queue.found = queuedRelease();
    run.queue.onRelease = (queued) => {
      assert.equal(run.time.timerCount, 0);
      return releaseOf(queued);
    };
    assert.equal(await run.scheduler.retry("p-0"), "done");
    await run.advance(0);
    assert.deepEqual(run.queue.calls, [
      "listDue",
      "nextDue",
      "find p-0",
      "release p-0 retry",
      "listDue",
      "nextDue",
    ]);
    run.queue.found = undefined;
    assert.equal(await run.scheduler.skip("p-0"), "gone");
  });

  it("begin soon after the clock was set back, in spite of a pause", async () => {
    run.queue.due = packs(1);
    run.queue.onRelease = () => undefined;
    run.scheduler.start();
    await run.advance(0);
    run.time.set(new Date(start - day));
    await run.advance(5 * second);
    assert.equal(run.readCount, 2);
  });
});
