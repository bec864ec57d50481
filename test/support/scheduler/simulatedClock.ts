import assert from "node:assert/strict";
import type { Timer } from "../../../src/scheduler/clock.ts";

/** Longer timers fire at once in Node and in browsers. */
const platformLimit = 2 ** 31 - 1;

interface SetTimer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock and timers that move only when a test says so. As in life, timers know nothing of the clock being set. */
export class SimulatedClock {
  #now: number;
  #elapsed = 0;
  readonly #timers = new Set<SetTimer>();

  constructor(now: Date) {
    this.#now = now.getTime();
  }

  readonly clock = (): Date => new Date(this.#now);

  readonly timer: Timer = {
    set: (delay, run) => {
      assert.ok(delay >= 0 && delay <= platformLimit, `a timer of ${delay} ms`);
      const timer = { at: this.#elapsed + delay, run };
      this.#timers.add(timer);
      return { dispose: () => void this.#timers.delete(timer) };
    },
  };

  get timerCount(): number {
    return this.#timers.size;
  }

  /** How often a timer fired. */
  fired = 0;

  /** Sets the clock, as a person does, or a machine that wakes up: no timer runs. */
  set(now: Date): void {
    this.#now = now.getTime();
  }

  /** Lets time pass. Each timer runs when its time has come, and what it starts is done before time goes on. */
  async advance(duration: number, settle: () => Promise<void>): Promise<void> {
    const end = this.#elapsed + duration;
    for (;;) {
      await settle();
      const next = this.#next();
      if (!next || next.at > end) break;
      this.#pass(Math.max(next.at - this.#elapsed, 0));
      this.#timers.delete(next);
      this.fired += 1;
      next.run();
    }
    this.#pass(end - this.#elapsed);
  }

  #next(): SetTimer | undefined {
    let next: SetTimer | undefined;
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
