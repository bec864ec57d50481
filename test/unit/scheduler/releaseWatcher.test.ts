import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import type { ScheduledOutcome } from "../../../src/backend/releaseWatch.ts";
import { errors, IntegrationPacksError } from "../../../src/errors/errors.ts";
import { Emitter } from "../../../src/base/event.ts";
import { ReleaseWatcher } from "../../../src/scheduler/releaseWatcher.ts";
import { SimulatedClock } from "../../support/scheduler/simulatedClock.ts";
import { hour, minute } from "../../support/time/durations.ts";

const start = new Date("2026-06-10T12:00:00Z");

describe("the watcher of releases that the platform runs", () => {
  let time: SimulatedClock;
  let watcher: ReleaseWatcher;
  let changed: Emitter<void>;
  /** The outcomes that the next look finds. */
  let found: ScheduledOutcome[];
  /** The times at which it looked, in minutes after the start. */
  let looks: number[];
  /** The result of each look. */
  let nextLook: () => Date | undefined;
  let log: string[];

  beforeEach(() => {
    time = new SimulatedClock(start);
    changed = new Emitter();
    found = [];
    looks = [];
    log = [];
    nextLook = () => undefined;
    const write = (message: string | Error) => void log.push(String(message));
    watcher = new ReleaseWatcher({
      watch: () =>
        Promise.resolve({
          look: async () => {
            looks.push((time.clock().getTime() - start.getTime()) / minute);
            await turn();
            return { outcomes: found.splice(0), nextLook: nextLook() };
          },
        }),
      onDidChange: changed.event,
      clock: time.clock,
      timer: time.timer,
      log: { info: write, warn: write, error: write },
    });
  });
  afterEach(() => watcher.dispose());

  const advance = (duration: number) => time.advance(duration, () => watcher.whenIdle());
  const after = (duration: number) => new Date(start.getTime() + duration);

  it("looks at once, and has no timer while no release is scheduled", async () => {
    watcher.start();
    await advance(hour);
    assert.deepEqual(looks, [0]);
    assert.equal(time.timerCount, 0);
  });

  it("looks again at the instant that the last look returned", async () => {
    nextLook = () => (looks.length === 1 ? after(3 * hour + 1) : undefined);
    watcher.start();
    await advance(3 * hour);
    assert.equal(looks.length, 1);
    await advance(1);
    assert.equal(looks.length, 2);
    await advance(5 * hour);
    assert.equal(looks.length, 2);
  });

  it("looks soon after the clock was set back", async () => {
    nextLook = () => after(48 * hour);
    watcher.start();
    await advance(minute);
    time.set(after(-hour));
    await advance(minute / 2);
    assert.equal(looks.length, 2);
  });

  it("looks soon after the machine wakes up past that time", async () => {
    nextLook = () => (looks.length === 1 ? after(48 * hour) : undefined);
    watcher.start();
    await advance(minute);
    time.set(after(72 * hour));
    await advance(minute / 2);
    assert.equal(looks.length, 2);
  });

  it("looks after a change, even one during a look", async () => {
    watcher.start();
    nextLook = () => {
      if (looks.length === 1) changed.fire();
      assert.equal(time.timerCount, 0, "no timer while it looks");
      return undefined;
    };
    await advance(minute);
    assert.deepEqual([looks, log], [[0, 0], []]);
    changed.fire();
    await advance(minute);
    assert.deepEqual(looks, [0, 0, 1]);
  });

  it("looks again after a temporary failure, and logs it once", async () => {
    nextLook = () => {
      if (looks.length <= 3) throw new IntegrationPacksError("Unreachable", "No answer.");
      return undefined;
    };
    watcher.start();
    await advance(hour);
    assert.deepEqual(looks, [0, 5, 10, 15]);
    assert.deepEqual(log.filter((line) => line.includes("No answer.")).length, 1);
  });

  it("logs the next failure after a look that succeeded", async () => {
    const fails = [true, true, false, true];
    nextLook = () => {
      if (fails[looks.length - 1]) throw new IntegrationPacksError("Unreachable", "No answer.");
      return after(looks.length * 10 * minute);
    };
    watcher.start();
    await advance(hour);
    assert.equal(log.length, 2);
  });

  it("waits for a change after a permanent failure", async () => {
    nextLook = () => {
      throw errors.unsupported("Not here.");
    };
    watcher.start();
    await advance(24 * hour);
    assert.deepEqual(looks, [0]);
  });

  it("reports and logs outcomes until it is disposed", async () => {
    const reported: ScheduledOutcome[] = [];
    watcher.onDidHappen((one) => void reported.push(one));
    watcher.start();
    const schedule = {
      date: "2026-06-12",
      timeZone: "UTC",
      windowStart: "2026-06-12T00:00:00.000Z",
      windowEnd: "2026-06-12T01:00:00.000Z",
      state: "scheduled",
      scheduledBy: "dev",
      scheduledAt: start.toISOString(),
    } as const;
    const failed: ScheduledOutcome = {
      kind: "failed",
      queued: { packId: "p", packName: "Orders", scheduleId: "s", schedule },
      error: errors.unsupported("Out of space."),
    };
    found.push(failed);
    await advance(minute);
    assert.deepEqual(reported, [failed]);
    assert.match(log.join("\n"), /Failed.*"Orders" \(p\), scheduled for 2026-06-12 \(UTC\).*Out of space/);
    watcher.dispose();
    found.push(failed);
    changed.fire();
    await advance(minute);
    assert.equal(reported.length, 1);
    assert.equal(time.timerCount, 0);
  });
});
