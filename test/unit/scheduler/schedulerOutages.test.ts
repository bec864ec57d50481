import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../../src/errors/errors.ts";
import { windowStart } from "../../support/scheduler/schedulerScenario.ts";
import { queuedRelease } from "../../support/scheduler/scriptedQueue.ts";
import { ScriptedScheduler } from "../../support/scheduler/scriptedScheduler.ts";
import { day, hour, minute } from "../../support/time/durations.ts";

const start = Date.parse(windowStart);
const second = 1_000;

const packs = (count: number) => Array.from({ length: count }, (_, at) => queuedRelease(`p-${at}`));

describe("a scheduler that cannot read its queue", () => {
  let run: ScriptedScheduler;

  beforeEach(() => {
    run = new ScriptedScheduler(windowStart);
  });
  afterEach(() => run.scheduler.dispose());

  const fail = (error: unknown = new IntegrationPacksError("Unreachable", "No answer.")) => {
    run.queue.onRead = () => {
      throw error;
    };
  };
  const recover = () => {
    run.queue.onRead = () => undefined;
  };

  it("tries again after growing pauses", async () => {
    fail();
    run.scheduler.start();
    await run.advance(0);
    for (const pause of [5, 10, 20, 40, 60, 60]) {
      const before = run.readCount;
      await run.advance(pause * second - 1);
      assert.equal(run.readCount, before);
      await run.advance(1);
      assert.equal(run.readCount, before + 1);
    }
  });

  it("waits for a change when the reason does not pass by itself", async () => {
    fail(new IntegrationPacksError("Unauthorized", "Not signed in."));
    run.scheduler.start();
    await run.advance(hour);
    assert.deepEqual([run.readCount, run.time.timerCount], [1, 0]);
    run.changed.fire();
    await run.advance(0);
    assert.equal(run.readCount, 2);
  });

  it("reports it after an hour, once, and logs when it began and when it is reported", async () => {
    fail();
    run.scheduler.start();
    await run.advance(0);
    await run.lookAt(start + hour - 1);
    assert.deepEqual([run.kinds, run.loggedErrors.length], [[], 1]);
    await run.lookAt(start + hour);
    assert.deepEqual([run.kinds, run.loggedErrors.length], [["stalled"], 2]);
    await run.lookAt(start + hour + minute);
    await run.lookAt(start + 3 * hour);
    assert.deepEqual([run.kinds, run.loggedErrors.length], [["stalled"], 2]);
  });

  it("reports it an hour after something may be due", async () => {
    run.queue.next = queuedRelease();
    run.time.set(new Date(start - day));
    run.scheduler.start();
    await run.advance(0);
    fail();
    await run.lookAt(start - 12 * hour);
    await run.lookAt(start + hour - 1);
    assert.deepEqual(run.kinds, []);
    await run.lookAt(start + hour);
    assert.deepEqual(run.kinds, ["stalled"]);
  });

  it("reports nothing while no release is scheduled", async () => {
    run.scheduler.start();
    await run.advance(0);
    fail();
    await run.lookAt(start + hour);
    await run.lookAt(start + 10 * hour);
    assert.deepEqual(run.kinds, []);
  });

  it("reports the next outage as well, an hour after it began", async () => {
    run.queue.next = queuedRelease("p-0", { windowStart: new Date(start + 2 * hour + 1).toISOString() });
    run.scheduler.start();
    fail();
    await run.advance(0);
    await run.lookAt(start + hour);
    recover();
    await run.lookAt(start + 2 * hour);
    fail();
    await run.lookAt(start + 3 * hour);
    await run.lookAt(start + 4 * hour - 1);
    assert.deepEqual([run.kinds, run.loggedErrors.length], [["stalled"], 3]);
    await run.lookAt(start + 4 * hour);
    assert.deepEqual([run.kinds, run.loggedErrors.length], [["stalled", "stalled"], 4]);
  });

  it("marks as failed all releases whose window was in it, however many turns that takes", async () => {
    fail();
    run.scheduler.start();
    await run.advance(0);
    await run.lookAt(start + hour - second);
    recover();
    run.queue.due = packs(7);
    run.queue.onFail = () => {
      run.queue.due = run.queue.due.slice(1);
      return true;
    };
    await run.lookAt(start + hour);
    assert.deepEqual([run.releaseCount, run.kinds], [0, Array(7).fill("failed")]);
    run.queue.due = packs(1);
    await run.lookAt(start + hour + minute);
    assert.equal(run.releaseCount, 1, "the outage is over");
  });

  it("tries again soon after the clock was set back, in spite of a pause", async () => {
    fail();
    run.scheduler.start();
    await run.advance(0);
    run.time.set(new Date(start - day));
    await run.advance(5 * second);
    assert.equal(run.readCount, 2);
  });
});
