import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter, type Event } from "../base/event.ts";
import type { QueuedRelease, ScheduleQueue } from "../backend/scheduleQueue.ts";
import { isTransient, retryPause } from "./attempts.ts";
import { earliest } from "./earliest.ts";
import type { Timer } from "./clock.ts";
import {
  ReleaseRunner,
  type Outage,
  type ReleaseRunnerDependencies,
  type RequestResult,
} from "./releaseRunner.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/** Dependencies of `Scheduler`. */
export interface SchedulerDependencies extends ReleaseRunnerDependencies {
  /**
   * The queue of the backend that is open; nothing where it has none. Called for each pass, so that a pass never runs a release
   * of one backend in another. It rejects while no backend can be opened, and the next pass tries again.
   */
  readonly queue: () => Promise<ScheduleQueue | undefined>;
  /** The scheduled releases changed, or another backend took the place of the one that was open. */
  readonly onDidChange: Event<void>;
  readonly timer: Timer;
}

/**
 * The longest timer while a release waits, in ms. Timers stand still while the machine sleeps and do not follow the clock.
 * Reading the clock this often costs nothing, and finds a window soon after the machine woke up in it.
 */
export const longestTimer = 30_000;

/** How long the queue may be unreadable while a release may be due before users are notified, in ms. */
const longestOutage = 3_600_000;

/** How many releases run in one go. The editor gets its turn in between when a thousand are due at midnight. */
const sliceSize = 5;

/**
 * Runs the scheduled releases when they are due, from `start` until it is disposed. It has one timer while a release waits,
 * and none otherwise: a change of the queue starts it again.
 */
export class Scheduler extends DisposableOwner {
  readonly #dependencies: SchedulerDependencies;
  readonly #runner: ReleaseRunner;
  readonly #events = this.register(new Emitter<SchedulerEvent>());
  #alarm: Disposable | undefined;
  /** The pass that is running. */
  #pass: Promise<void> | undefined;
  /** Whether the queue changed since it was read. */
  #isStale = false;
  /** When the queue was last read, in ms. */
  #readAt = -Infinity;
  /** When the next pass is due, in ms; nothing when there is none. */
  #wakeAt: number | undefined;
  /** When a release may be due, as it was last read, in ms: at any time, as long as nothing was read. */
  #dueFrom: number | undefined = -Infinity;
  #outage: (Outage & { readonly attempts: number; readonly isReported: boolean }) | undefined;

  /** What users are notified of. */
  readonly onDidHappen = this.#events.event;

  constructor(dependencies: SchedulerDependencies) {
    super();
    this.#dependencies = dependencies;
    this.#runner = new ReleaseRunner(dependencies, (event) => this.#announce(event));
  }

  /** Runs what is due, then what becomes due. */
  start(): void {
    this.register(this.#dependencies.onDidChange(() => this.check()));
    this.check();
  }

  /** Reads the queue soon: after a change of it or of the settings, and when the machine or the window wakes up. */
  check(): void {
    this.#isStale = true;
    if (!this.#pass) this.#setAlarm();
  }

  /**
   * Releases a failed or missed one at once. The outcome is announced.
   *
   * @throws `StoreUnavailable` and the like when the queue cannot be read.
   */
  retry(packId: string): Promise<RequestResult> {
    return this.#onRequest(packId, (queue, queued) => this.#runner.retry(queue, queued));
  }

  /** Marks one whose window has passed as missed. Otherwise as `retry`. */
  skip(packId: string): Promise<RequestResult> {
    return this.#onRequest(packId, (queue, queued) => this.#runner.skip(queue, queued));
  }

  /** Resolves once no pass is running. */
  async whenIdle(): Promise<void> {
    while (this.#pass) await this.#pass;
  }

  /** Stops the timer. A release that is running ends as usual. */
  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  async #onRequest(
    packId: string,
    act: (queue: ScheduleQueue, queued: QueuedRelease) => Promise<RequestResult>,
  ): Promise<RequestResult> {
    const queue = await this.#dependencies.queue();
    const queued = await queue?.find(packId);
    const result = queue && queued ? await act(queue, queued) : "gone";
    this.check();
    return result;
  }

  #setAlarm(): void {
    this.#alarm?.dispose();
    if (this.isDisposed) return;
    const wakeAt = this.#isStale ? -Infinity : this.#wakeAt;
    if (wakeAt === undefined) return;
    const delay = Math.min(Math.max(wakeAt - this.#now(), 0), longestTimer);
    this.#alarm = this.#dependencies.timer.set(delay, () => this.#look());
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
    const queue = await this.#dependencies.queue();
    const isWhole = !queue || (await this.#runReady(queue, now));
    if (this.isDisposed) return;
    const next = await queue?.nextDue(new Date(now));
    if (isWhole) {
      this.#outage = undefined;
    } else {
      this.#isStale = true;
    }
    this.#wakeAt = earliest(next && Date.parse(next.schedule.windowStart), this.#runner.nextAttempt());
    this.#dueFrom = this.#wakeAt;
  }

  /** Runs the first of the releases that are ready. Returns whether no other one is. */
  async #runReady(queue: ScheduleQueue, now: number): Promise<boolean> {
    const ready = this.#runner.ready(queue, await queue.listDue(new Date(now)), now);
    for (const queued of ready.slice(0, sliceSize)) {
      if (this.isDisposed) break;
      await this.#runner.run(queue, queued, this.#outage);
    }
    return ready.length <= sliceSize;
  }

  /** Tries to read the queue again after a pause, and reports the outage once a window may have passed in it. */
  #onOutage(error: unknown, now: number): void {
    const { from = now, attempts = 0, isReported = false } = this.#outage ?? {};
    const isStalled =
      this.#dueFrom !== undefined && now >= Math.max(from, this.#dueFrom) + longestOutage && !isReported;
    this.#outage = { from, until: now, error, attempts: attempts + 1, isReported: isReported || isStalled };
    // Another failure passes with a change, of the settings for one, which is announced.
    this.#wakeAt = isTransient(error) ? now + retryPause(attempts + 1) : undefined;
    if (attempts === 0 || isStalled) {
      this.#dependencies.log.error(`The scheduled releases cannot be read: ${String(error)}`);
    }
    if (isStalled) this.#announce({ kind: "stalled", error });
  }

  /** Fires later: a listener that throws must not stop the scheduler. */
  #announce(event: SchedulerEvent): void {
    queueMicrotask(() => this.#events.fire(event));
  }

  #now(): number {
    return this.#dependencies.clock().getTime();
  }
}
