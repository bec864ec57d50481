import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import type { QueuedRelease } from "../backend/scheduleQueue.ts";
import { Emitter } from "../base/event.ts";
import { isTransient, retryPause } from "./attempts.ts";
import type { Timer } from "./clock.ts";
import {
  ReleaseRunner,
  type Outage,
  type ReleaseRunnerOptions,
  type RequestOutcome,
} from "./releaseRunner.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/** What a scheduler works with. */
export interface SchedulerOptions extends ReleaseRunnerOptions {
  readonly timer: Timer;
}

/**
 * The longest timer while a release waits, in ms. Timers stand still while the machine sleeps and do not follow the clock;
 * a look at the clock this often costs nothing, and finds a window soon after the machine woke up in it.
 */
export const longestTimer = 30_000;

/** How long the queue may be unreadable while a release may be due before users are told, in ms. */
const longestOutage = 3_600_000;

/** So many releases are run in one go; the editor gets its turn in between when a thousand are due at midnight. */
const sliceSize = 5;

/**
 * Runs the scheduled releases when they are due, from `start` until it is disposed of. It has one timer while a release
 * waits, and none while none does: the queue announces the next one.
 */
export class Scheduler extends DisposableOwner {
  readonly #options: SchedulerOptions;
  readonly #runner: ReleaseRunner;
  readonly #events = this.register(new Emitter<SchedulerEvent>());
  #alarm: Disposable | undefined;
  /** The pass that is under way. */
  #pass: Promise<void> | undefined;
  /** Whether the queue is to be read although nothing that was known is due. */
  #isStale = false;
  /** When the queue was read last, in ms. */
  #readAt = -Infinity;
  /** When there is something to do next, in ms; nothing when there is not. */
  #wakeAt: number | undefined;
  /** From when on something is to be done, as it was last read, in ms: as long as nothing was read, from ever. */
  #dueFrom: number | undefined = -Infinity;
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

  /** Looks at the queue soon: after a change of it or of the settings, and when the machine or the window wakes up. */
  check(): void {
    this.#isStale = true;
    if (!this.#pass) this.#setAlarm();
  }

  /**
   * Releases a failed or missed one at once; what comes of it is announced as ever.
   *
   * @throws `StoreUnavailable` and the like when the queue cannot be read.
   */
  retry(packId: string): Promise<RequestOutcome> {
    return this.#onRequest(packId, (queued) => this.#runner.retry(queued));
  }

  /** Keeps one whose window has passed, marked missed: the other answer to a question. Otherwise as `retry`. */
  skip(packId: string): Promise<RequestOutcome> {
    return this.#onRequest(packId, (queued) => this.#runner.skip(queued));
  }

  /** Resolves once no pass is under way. */
  async whenIdle(): Promise<void> {
    while (this.#pass) await this.#pass;
  }

  /** Stops the timer. A release under way is finished. */
  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  async #onRequest(
    packId: string,
    act: (queued: QueuedRelease) => Promise<RequestOutcome>,
  ): Promise<RequestOutcome> {
    const queued = await this.#options.queue.find(packId);
    const outcome = queued ? await act(queued) : "gone";
    this.check();
    return outcome;
  }

  #setAlarm(): void {
    this.#alarm?.dispose();
    if (this.isDisposed) return;
    const wakeAt = this.#isStale ? -Infinity : this.#wakeAt;
    if (wakeAt === undefined) return;
    const delay = Math.min(Math.max(wakeAt - this.#now(), 0), longestTimer);
    this.#alarm = this.#options.timer.set(delay, () => this.#look());
  }

  #look(): void {
    const now = this.#now();
    const isDue = this.#wakeAt !== undefined && now >= this.#wakeAt;
    const wasSetBack = now < this.#readAt;
    if (this.#isStale || isDue || wasSetBack) {
      this.#pass = this.#runDue(now);
    } else {
      this.#setAlarm();
    }
  }

  async #runDue(now: number): Promise<void> {
    this.#isStale = false;
    this.#readAt = now;
    try {
      await this.#runSlice(now);
    } catch (error) {
      this.#onOutage(error, now);
    }
    this.#pass = undefined;
    this.#setAlarm();
  }

  async #runSlice(now: number): Promise<void> {
    const { queue } = this.#options;
    const ready = this.#runner.ready(await queue.listDue(new Date(now)), now);
    for (const queued of ready.slice(0, sliceSize)) {
      if (this.isDisposed) return;
      await this.#runner.run(queued, this.#outage);
    }
    const next = await queue.nextDue(new Date(now));
    if (ready.length > sliceSize) {
      this.#isStale = true;
    } else {
      this.#outage = undefined;
    }
    this.#wakeAt = earliest(next && Date.parse(next.schedule.windowStart), this.#runner.nextAttempt());
    this.#dueFrom = this.#wakeAt;
  }

  /** The queue cannot be read: tries again with pauses, and tells once a window may have passed meanwhile. */
  #onOutage(error: unknown, now: number): void {
    const { from = now, attempts = 0, isTold = false } = this.#outage ?? {};
    const isStalled =
      this.#dueFrom !== undefined && now >= Math.max(from, this.#dueFrom) + longestOutage && !isTold;
    this.#outage = { from, until: now, error, attempts: attempts + 1, isTold: isTold || isStalled };
    // What does not pass by itself is announced when it was changed, as settings are.
    this.#wakeAt = isTransient(error) ? now + retryPause(attempts + 1) : undefined;
    if (attempts === 0 || isStalled) {
      this.#options.log.error(`The scheduled releases cannot be read: ${String(error)}`);
    }
    if (isStalled) this.#announce({ kind: "stalled", error });
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
