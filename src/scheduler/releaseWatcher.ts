import type { ReleaseWatch, ScheduledOutcome } from "../backend/releaseWatch.ts";
import { describeQueued } from "../backend/scheduleQueue.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter, type Event } from "../base/event.ts";
import type { Log } from "../base/log.ts";
import { messageForUsers } from "../errors/errors.ts";
import { isTransient } from "./attempts.ts";
import type { Clock, Timer } from "./clock.ts";
import { longestTimer } from "./scheduler.ts";

/** Dependencies of `ReleaseWatcher`. */
export interface ReleaseWatcherDependencies {
  /** The watch of the backend that is open; nothing where it has none. Called for each look. */
  readonly watch: () => Promise<ReleaseWatch | undefined>;
  /** The scheduled releases changed, or another backend took the place of the one that was open. */
  readonly onDidChange: Event<void>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** The pause after a look that failed for a reason that may pass, in ms. */
const outagePause = 300_000;

/**
 * Finds out how the scheduled releases end that somebody else runs, from `start` until it is disposed. It has one timer while
 * one waits, and none otherwise.
 */
export class ReleaseWatcher extends DisposableOwner {
  readonly #dependencies: ReleaseWatcherDependencies;
  readonly #events = this.register(new Emitter<ScheduledOutcome>());
  #alarm: Disposable | undefined;
  /** The look that is running. */
  #look: Promise<void> | undefined;
  /** When the next look is due, in ms; nothing when nothing waits. */
  #lookAt: number | undefined;
  /** When the last look began, in ms. */
  #lookedAt = -Infinity;
  #isOutageLogged = false;

  /** What users are notified of. */
  readonly onDidHappen = this.#events.event;

  constructor(dependencies: ReleaseWatcherDependencies) {
    super();
    this.#dependencies = dependencies;
  }

  /** Looks at once, then whenever a release may have run. */
  start(): void {
    this.register(this.#dependencies.onDidChange(() => this.#lookSoon()));
    this.#lookSoon();
  }

  /** Resolves once no look is running. */
  async whenIdle(): Promise<void> {
    while (this.#look) await this.#look;
  }

  override dispose(): void {
    super.dispose();
    this.#alarm?.dispose();
  }

  #lookSoon(): void {
    this.#lookAt = -Infinity;
    if (!this.#look) this.#setAlarm();
  }

  /** Timers stand still while the machine sleeps, so the clock is read in between. */
  #setAlarm(): void {
    this.#alarm?.dispose();
    if (this.isDisposed || this.#lookAt === undefined) return;
    const delay = Math.min(Math.max(this.#lookAt - this.#now(), 0), longestTimer);
    this.#alarm = this.#dependencies.timer.set(delay, () => {
      const now = this.#now();
      const wasSetBack = now < this.#lookedAt;
      if (this.#lookAt !== undefined && (now >= this.#lookAt || wasSetBack)) {
        this.#look = this.#lookNow();
      } else {
        this.#setAlarm();
      }
    });
  }

  async #lookNow(): Promise<void> {
    this.#lookAt = undefined;
    this.#lookedAt = this.#now();
    const next = await this.#lookOnce();
    // A change during the look has set the next one.
    this.#lookAt ??= next;
    this.#look = undefined;
    this.#setAlarm();
  }

  /** Resolves to when the next look is due, in ms. */
  async #lookOnce(): Promise<number | undefined> {
    const { watch, log } = this.#dependencies;
    try {
      const report = await (await watch())?.look();
      this.#isOutageLogged = false;
      for (const outcome of report?.outcomes ?? []) this.#announce(outcome);
      return report?.nextLook?.getTime();
    } catch (error) {
      if (!this.#isOutageLogged) {
        log.warn(`The ends of scheduled releases cannot be found out now: ${messageForUsers(error)}`);
      }
      this.#isOutageLogged = true;
      // Another failure passes with a change, of the settings for one, which is announced.
      return isTransient(error) ? this.#now() + outagePause : undefined;
    }
  }

  /** Fires later: a listener that throws must not stop the watcher. */
  #announce(outcome: ScheduledOutcome): void {
    this.#log(outcome);
    queueMicrotask(() => this.#events.fire(outcome));
  }

  #log(outcome: ScheduledOutcome): void {
    const { log } = this.#dependencies;
    const what = describeQueued(outcome.queued);
    switch (outcome.kind) {
      case "released": {
        log.info(`Released at its date: ${what}`);
        return;
      }
      case "failed": {
        log.error(
          `Failed at its date: ${what}. It stays scheduled. Cause: ${messageForUsers(outcome.error)}`,
        );
        return;
      }
      case "unknown": {
        log.warn(`The outcome is unknown: ${what}. It stays scheduled.`);
        return;
      }
    }
  }

  #now(): number {
    return this.#dependencies.clock().getTime();
  }
}
