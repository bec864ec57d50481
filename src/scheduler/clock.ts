import type { Disposable } from "../base/disposable.ts";

/** Returns the present instant. The clock may be set back or forward at any time. */
export type Clock = () => Date;

/** Calls `run` once, `delay` ms from now, unless it is disposed first. The delay does not count while the machine sleeps. */
export interface Timer {
  set(delay: number, run: () => void): Disposable;
}

/** The timers of the runtime. */
export const systemTimer: Timer = {
  set(delay, run) {
    const timeout = setTimeout(run, delay);
    return { dispose: () => clearTimeout(timeout) };
  },
};
