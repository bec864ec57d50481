import assert from "node:assert/strict";
import type { Timer } from "../../../src/scheduler/clock.ts";

/** The longest delay of a timer, in ms. Node and browsers fire longer timers at once. */
const longestDelay = 2 ** 31 - 1;

interface PendingTimer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock and timers that only a test moves. As on a real machine, setting the clock does not affect the timers. */
export class SimulatedClock {
  #now: number;
  #elapsed = 0;
  readonly #timers = new Set<PendingTimer>();

  constructor(now: Date) {
    this.#now = now.getTime();
  }

  readonly clock = (): Date => new Date(this.#now);

  readonly timer: Timer = {
    set: (delay, run) => {
      assert.ok(delay >= 0 && delay <= longestDelay, `a timer of ${delay} ms`);
      const timer = { at: this.#elapsed + delay, run };
      this.#timers.add(timer);
      return { dispose: () => void this.#timers.delete(timer) };
    },
  };

  /** How many timers are set. */
  get timerCount(): number {
    return this.#timers.size;
  }

  /** How many timers have fired. */
  firedCount = 0;

  /** Sets the clock, as a person does or a machine that wakes up. No timer fires. */
  set(now: Date): void {
    this.#now = now.getTime();
  }

  /** Lets `duration` ms pass. Fires each timer that is due, and calls `settle` before time goes on. */
  async advance(duration: number, settle: () => Promise<void>): Promise<void> {
    const end = this.#elapsed + duration;
    for (;;) {
      await settle();
      const next = this.#next();
      if (!next || next.at > end) break;
      this.#pass(Math.max(next.at - this.#elapsed, 0));
      this.#timers.delete(next);
      this.firedCount += 1;
      next.run();
    }
    this.#pass(end - this.#elapsed);
  }

  #next(): PendingTimer | undefined {
    let next: PendingTimer | undefined;
    for (const timer of this.#timers) {
      if (!next || timer.at < next.at) next = timer;
    }
    return next;
  }

  #pass(duration: number): void {
    this.#elapsed += duration;
    this.#now += duration;
  }
}
