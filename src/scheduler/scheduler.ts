import { DisposableOwner } from "../dispose.ts";
import type { QueuedRelease } from "../backend/scheduleQueue.ts";
import { Emitter, type Disposable } from "../event.ts";
import type { Timer } from "./clock.ts";
import { ReleaseRunner, type Outage, type ReleaseRunnerOptions } from "./releaseRunner.ts";
import { retryPause } from "./retryPause.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/** What a scheduler works with. */
export interface SchedulerOptions extends ReleaseRunnerOptions {
  readonly timer: Timer;
}

/**
 * The longest timer while a release waits, in ms. Timers stand still while the machine sleeps and do not follow the clock;
 * a look at the clock this often costs nothing, and finds a window soon after the machine woke up in it.
 */
const longestPause = 15_000;

/** How often the queue is read although nothing announced a change, in ms: one announcement may get lost. */
const rereadAfter = 3_600_000;

/** How long the queue may be unreadable while a release may be due before users are told, in ms. */
const longestOutage = 3_600_000;

/** So many releases are run in one go, that the editor is not held up when a thousand are due at midnight. */
const sliceSize = 20;

/** Runs the scheduled releases when they are due, from `start` until it is disposed of. */
export class Scheduler extends DisposableOwner {
  readonly #options: SchedulerOptions;
  readonly #runner: ReleaseRunner;
  readonly #events = this.register(new Emitter<SchedulerEvent>());
  #alarm: Disposable | undefined;
  /** The pass that is under way. */
  #work: Promise<void> | undefined;
  #isStale = true;
  /** When the queue was read last, and when it is to be read again; in ms. */
  #readAt = -Infinity;
  #wakeAt: number | undefined;
  /** From when on something is to be done, as it was last read; in ms. */
  #dueFrom: number | undefined;
  #outage: (Outage & { readonly attempts: number; readonly isTold: boolean }) | undefined;

  /** What users are to be told. */
  readonly onDidHappen = this.#events.event;

  constructor(options: SchedulerOptions) {
    super();
    this.#options = options;
    this.#runner = new ReleaseRunner(options, (event) => this.#announce(event));
  }

  /** Runs what is due, and from now on what becomes due. */
  start(): void {
    this.register(this.#options.queue.onDidChange(() => this.check()));
    this.check();
  }

  /** Looks at the queue now: after a change of it or of the settings, and when the machine or the window wakes up. */
  check(): void {
    this.#isStale = true;
    this.#look();
  }

  /**
   * Releases a failed or missed one at once; what comes of it is announced as ever. Resolves to whether it was still there.
   *
   * @throws `StoreUnavailable` and the like when the queue cannot be read.
   */
  retry(packId: string): Promise<boolean> {
    return this.#onRequest(packId, (queued) => this.#runner.retry(queued));
  }

  /** Keeps one whose window has passed, marked missed: the other answer to a question. Otherwise as `retry`. */
  skip(packId: string): Promise<boolean> {
    return this.#onRequest(packId, (queued) => this.#runner.skip(queued));
  }

  /** Resolves once nothing is under way. */
  async whenIdle(): Promise<void> {
    while (this.#work) await this.#work;
  }

  get isIdle(): boolean {
    return this.#work === undefined;
  }

  /** Stops every timer. A release under way is finished. */
  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  async #onRequest(packId: string, act: (queued: QueuedRelease) => Promise<boolean>): Promise<boolean> {
    const queued = await this.#options.queue.find(packId);
    const wasThere = queued !== undefined && (await act(queued));
    this.check();
    return wasThere;
  }

  #look(): void {
    if (this.isDisposed || this.#work) return;
    const now = this.#now();
    const wasSetBack = now < this.#readAt;
    const isDue = this.#wakeAt !== undefined && now >= this.#wakeAt;
    if (this.#isStale || isDue || wasSetBack || now >= this.#readAt + rereadAfter) {
      this.#work = this.#runDue();
    } else {
      this.#setAlarm();
    }
  }

  async #runDue(): Promise<void> {
    do {
      await this.#readAndRun();
    } while (this.#isStale && !this.isDisposed);
    this.#work = undefined;
    this.#setAlarm();
  }

  async #readAndRun(): Promise<void> {
    const { queue } = this.#options;
    const now = this.#now();
    this.#isStale = false;
    this.#readAt = now;
    try {
      await this.#runner.recordFailures();
      const ready = this.#runner.ready(await queue.listDue(new Date(now)), now);
      for (const queued of ready.slice(0, sliceSize)) {
        if (this.isDisposed) return;
        await this.#runner.run(queued, this.#outage);
      }
      const next = (await queue.nextDue(new Date(now)))?.getTime();
      const isDone = ready.length <= sliceSize;
      if (isDone) this.#outage = undefined;
      this.#wakeAt = isDone ? earliest(next, this.#runner.nextAttempt(now)) : now;
      this.#dueFrom = this.#wakeAt;
    } catch (error) {
      if (!this.isDisposed) this.#onOutage(error, now);
    }
  }

  /** The queue cannot be read: tries again with pauses, and tells once a window may have passed meanwhile. */
  #onOutage(error: unknown, now: number): void {
    const { from = now, attempts = 0, isTold = false } = this.#outage ?? {};
    const isToTell = !isTold && now >= Math.max(from, this.#dueFrom ?? from) + longestOutage;
    this.#outage = { from, until: now, error, attempts: attempts + 1, isTold: isTold || isToTell };
    this.#wakeAt = now + retryPause(attempts + 1);
    if (attempts === 0 || isToTell) {
      this.#options.log.error(`The scheduled releases cannot be read: ${String(error)}`);
    }
    if (isToTell) this.#announce({ kind: "stalled", error });
  }

  #setAlarm(): void {
    this.#alarm?.dispose();
    if (this.isDisposed) return;
    const pause =
      this.#wakeAt === undefined
        ? rereadAfter
        : Math.min(Math.max(this.#wakeAt - this.#now(), 0), longestPause);
    this.#alarm = this.#options.timer.set(pause, () => this.#look());
  }

  /** Not in this call: a listener that throws must not stop the scheduler. */
  #announce(event: SchedulerEvent): void {
    queueMicrotask(() => this.#events.fire(event));
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

function earliest(...instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
