import { setImmediate as turn } from "node:timers/promises";
import type { Timing } from "../../../../src/backend/platform/http/timing.ts";

/** Time that passes by itself and, in addition, leaps over every pause: what waits for minutes is tested at once. */
export class QuickTiming implements Timing {
  /** The pauses that were made, in ms. */
  readonly pauses: number[] = [];
  #leapt = 0;

  now(): number {
    return performance.timeOrigin + performance.now() + this.#leapt;
  }

  date(): number {
    return this.now();
  }

  async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.pauses.push(milliseconds);
    this.#leapt += milliseconds;
    await turn();
    signal?.throwIfAborted();
  }

  random(): number {
    return 0.5;
  }
}
