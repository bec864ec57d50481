import { setTimeout as wait } from "node:timers/promises";

/** What time and chance are to the platform's client; tests bring their own. */
export interface Timing {
  /** The present instant, in ms since the epoch. */
  now(): number;
  /** Resolves after so many ms; rejects when the signal aborts first. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

/** The clock and the timers of the runtime. */
export const systemTiming: Timing = {
  now: () => Date.now(),
  pause: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
  random: () => Math.random(),
};
