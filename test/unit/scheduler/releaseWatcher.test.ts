import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import type { SettledRelease } from "../../../src/backend/releaseWatch.ts";
import { errors, IntegrationPacksError } from "../../../src/errors/errors.ts";
import { Emitter } from "../../../src/base/event.ts";
import { ReleaseWatcher } from "../../../src/scheduler/releaseWatcher.ts";
import { SimulatedClock } from "../../support/scheduler/simulatedClock.ts";

const start = new Date("2026-06-10T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

describe("the watcher of releases that are made elsewhere", () => {
  let time: SimulatedClock;
  let watcher: ReleaseWatcher;
  let changed: Emitter<void>;
  let settled: Emitter<SettledRelease>;
  /** When it looked, in minutes after the start. */
  let looks: number[];
  /** What each look resolves to, or rejects with. */
  let answer: () => Date | undefined;
  let log: string[];

  beforeEach(() => {
    time = new SimulatedClock(start);
    changed = new Emitter();
    settled = new Emitter();
    looks = [];
    log = [];
    answer = () => undefined;
    const write = (message: string | Error) => void log.push(String(message));
    watcher = new ReleaseWatcher({
      watch: {
        onDidSettle: settled.event,
        look: async () => {
          looks.push((time.clock().getTime() - start.getTime()) / minute);
          await turn();
          return answer();
        },
      },
      onDidChange: changed.event,
      clock: time.clock,
      timer: time.timer,
      log: { info: write, warn: write, error: write },
    });
  });
  afterEach(() => watcher.dispose());

  const advance = (duration: number) => time.advance(duration, () => watcher.whenIdle());
  const after = (duration: number) => new Date(start.getTime() + duration);

  it("looks at once, and has no timer while nothing waits", async () => {
    watcher.start();
    await advance(hour);
    assert.deepEqual(looks, [0]);
    assert.equal(time.timerCount, 0);
  });

  it("looks when the watch says so", async () => {
    answer = () => (looks.length === 1 ? after(3 * hour) : undefined);
    watcher.start();
    await advance(5 * hour);
    assert.deepEqual(looks, [0, 180]);
  });

  it("looks soon after the machine woke up past the time", async () => {
    answer = () => (looks.length === 1 ? after(48 * hour) : undefined);
    watcher.start();
    await advance(minute);
    time.set(after(72 * hour));
    await advance(minute / 2);
    assert.equal(looks.length, 2);
  });

  it("looks after a change, also one that comes while it looks", async () => {
    watcher.start();
    answer = () => {
      if (looks.length === 1) changed.fire();
      return undefined;
    };
    await advance(minute);
    assert.deepEqual(looks, [0, 0]);
    changed.fire();
    await advance(minute);
    assert.deepEqual(looks, [0, 0, 1]);
  });

  it("looks again after a failure that may pass, and writes it down once", async () => {
    answer = () => {
      if (looks.length <= 3) throw new IntegrationPacksError("Unreachable", "No answer.");
      return undefined;
    };
    watcher.start();
    await advance(hour);
    assert.deepEqual(looks, [0, 5, 10, 15]);
    assert.deepEqual(log.filter((line) => line.includes("No answer.")).length, 1);
  });

  it("waits for a change after a failure that does not pass by itself", async () => {
    answer = () => {
      throw errors.unsupported("Not here.");
    };
    watcher.start();
    await advance(24 * hour);
    assert.deepEqual(looks, [0]);
  });

  it("tells and writes down what came of them, and nothing once it is disposed of", () => {
    const told: SettledRelease[] = [];
    watcher.onDidHappen((one) => void told.push(one));
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
    const failed: SettledRelease = {
      kind: "failed",
      queued: { packId: "p", packName: "Orders", scheduleId: "s", schedule },
      error: errors.unsupported("Out of space."),
    };
    settled.fire(failed);
    assert.deepEqual(told, [failed]);
    assert.match(log.join("\n"), /Failed.*"Orders" \(p\), scheduled for 2026-06-12 \(UTC\).*Out of space/);
    watcher.dispose();
    settled.fire(failed);
    assert.equal(told.length, 1);
    assert.equal(time.timerCount, 0);
  });
});
