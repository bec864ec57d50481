import type { Disposable } from "../base/disposable.ts";

/** Tells the present instant. It may be set back or forward at any time. */
export type Clock = () => Date;

/** Runs something once, `delay` ms from now; never after it was disposed of. Does not count while the machine sleeps. */
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
