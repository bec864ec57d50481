import type { Backend } from "../../backend/backend.ts";
import type { ScheduleFacet } from "../../backend/facets/scheduleFacet.ts";
import type { ScheduleQueue } from "../../backend/scheduleQueue.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import type { Log } from "../../base/log.ts";
import { isTransient } from "../../scheduler/attempts.ts";
import type { Timer } from "../../scheduler/clock.ts";
import { ReleaseWatcher } from "../../scheduler/releaseWatcher.ts";
import type { MissedReleases } from "../../model/schedule/missedReleases.ts";
import { Scheduler } from "../../scheduler/scheduler.ts";
import type { LineWriter } from "./lineWriter.ts";
import { observedQueue } from "./observedQueue.ts";
import { about, lineOf, problemOf } from "./schedulerLine.ts";

/** Dependencies of `ScheduledRun`. */
export interface ScheduledRunDependencies {
  readonly backend: Pick<Backend, "onDidChange" | "isReplaced">;
  readonly schedules: ScheduleFacet;
  readonly queue: ScheduleQueue;
  readonly missed: MissedReleases;
  readonly clock: () => Date;
  readonly timer: Timer;
  readonly lines: LineWriter;
  readonly log: Log;
  /** Called when another store has replaced the open one: this program cannot go on. */
  readonly onReplaced: () => void;
}

/** Runs scheduled releases and reports those that somebody else runs, with a line for each event. */
export class ScheduledRun extends DisposableOwner {
  readonly #scheduler: Scheduler;
  readonly #watcher: ReleaseWatcher;
  #isUnavailable = false;
  #isStopping = false;

  constructor(dependencies: ScheduledRunDependencies) {
    super();
    const { backend, schedules, queue, missed, clock, timer, lines, log, onReplaced } = dependencies;
    const observed = observedQueue(queue, {
      onFailedAttempt(queued, error) {
        if (isTransient(error)) lines.write({ event: "waiting", ...about(queued), ...problemOf(error) });
      },
      onUnreadable: (error) => {
        if (!this.#isUnavailable) lines.write({ event: "unavailable", ...problemOf(error) });
        this.#isUnavailable = true;
        if (backend.isReplaced?.()) onReplaced();
      },
      onRead: () => (this.#isUnavailable = false),
      isStopping: () => this.#isStopping,
    });
    const common = { onDidChange: backend.onDidChange, clock, timer, log };
    this.#scheduler = this.register(
      new Scheduler({ ...common, queue: () => Promise.resolve(observed), missedReleases: () => missed }),
    );
    this.#watcher = this.register(
      new ReleaseWatcher({ ...common, watch: () => Promise.resolve(schedules.watch) }),
    );
    this.register(this.#scheduler.onDidHappen((event) => lines.write(lineOf(event))));
    this.register(this.#watcher.onDidHappen((event) => lines.write(lineOf(event))));
  }

  start(): void {
    this.#scheduler.start();
    this.#watcher.start();
  }

  /** Starts no further release. One that is running ends as usual, and is reported. */
  stop(): void {
    this.#isStopping = true;
  }

  /** Resolves once no release is running and nothing is being looked up. */
  async whenIdle(): Promise<void> {
    await Promise.all([this.#scheduler.whenIdle(), this.#watcher.whenIdle()]);
  }
}
