import { setTimeout as wait } from "node:timers/promises";

/** The clocks, the timer and the chance of the platform's client; tests bring their own. */
export interface Timing {
  /** Times durations: ms on a clock that only goes forward, from a start that has no meaning. */
  now(): number;
  /** The date and time that people see, in ms since the epoch. It can be set forward and back. */
  date(): number;
  /** Resolves after so many ms; rejects when the signal aborts first. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

/** The clock and the timers of the runtime. */
export const systemTiming: Timing = {
  now: () => performance.now(),
  date: () => Date.now(),
  pause: (ms, signal) => wait(ms, undefined, { signal }),
  random: () => Math.random(),
};
