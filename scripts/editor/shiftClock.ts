// Shifts the clock of the process that preloads it, of its worker threads that run a file, and of the processes that it
// forks: node --import=file:///…/shiftClock.ts?seconds=86400. `Date` goes ahead, or back. Timers count durations, and run
// on. The times of files stay those of the system.

const offsetMs = Number(new URL(import.meta.url).searchParams.get("seconds")) * 1000;
const systemNow = Date.now;
const now = () => systemNow() + offsetMs;

const ShiftedDate = new Proxy(Date, {
  construct: (target, args: [] | [value: number], newTarget: typeof Date) =>
    Reflect.construct<[value: number], Date>(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new Date(now()).toString(),
});
Date.now = now;
// The constructor of a date is the global `Date`, whoever made the date.
Date.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

const { timeOrigin } = performance;
Object.defineProperty(performance, "timeOrigin", { value: timeOrigin + offsetMs });
