import type { ScheduleQueue } from "../../../src/backend/scheduleQueue.ts";
import { Emitter } from "../../../src/base/event.ts";
import { Scheduler } from "../../../src/scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../../src/scheduler/schedulerEvent.ts";
import { silentLog } from "../silentLog.ts";
import { ScriptedQueue } from "./scriptedQueue.ts";
import { SimulatedClock } from "./simulatedClock.ts";

/** A scheduler with a queue and a clock that a test controls. Missed releases are released. */
export class ScriptedScheduler {
  readonly time: SimulatedClock;
  readonly queue = new ScriptedQueue();
  /** The queue of the backend that is open. */
  opened: ScheduleQueue | undefined = this.queue;
  readonly changed = new Emitter<void>();
  readonly scheduler: Scheduler;
  readonly events: SchedulerEvent[] = [];
  readonly loggedErrors: string[] = [];

  constructor(now: string) {
    this.time = new SimulatedClock(new Date(now));
    this.scheduler = new Scheduler({
      queue: () => Promise.resolve(this.opened),
      onDidChange: this.changed.event,
      clock: this.time.clock,
      timer: this.time.timer,
      log: { ...silentLog, error: (line) => void this.loggedErrors.push(String(line)) },
      missedReleases: () => "release",
    });
    this.scheduler.onDidHappen((event) => void this.events.push(event));
  }

  /** The kinds of the events so far. */
  get kinds(): string[] {
    return this.events.map(({ kind }) => kind);
  }

  /** How often the queue was read. */
  get readCount(): number {
    return this.#count("listDue");
  }

  /** How often a release was tried. */
  get releaseCount(): number {
    return this.#count("release");
  }

  advance(duration: number): Promise<void> {
    return this.time.advance(duration, () => this.scheduler.whenIdle());
  }

  /** Sets the clock to an instant, in ms, and looks then. */
  async lookAt(instant: number): Promise<void> {
    this.time.set(new Date(instant));
    this.scheduler.check();
    await this.advance(0);
  }

  #count(operation: keyof ScheduleQueue): number {
    return this.queue.calls.filter((call) => call.split(" ")[0] === operation).length;
  }
}
