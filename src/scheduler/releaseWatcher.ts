import type { ReleaseWatch, SettledRelease } from "../backend/releaseWatch.ts";
import { describeQueued } from "../backend/scheduleQueue.ts";
import { DisposableOwner, type Disposable } from "../base/disposable.ts";
import { Emitter, type Event } from "../base/event.ts";
import type { Log } from "../base/log.ts";
import { isTransient } from "./attempts.ts";
import type { Clock, Timer } from "./clock.ts";
import { longestTimer } from "./scheduler.ts";

/** What watching takes. */
export interface ReleaseWatcherOptions {
  readonly watch: ReleaseWatch;
  /** The scheduled releases, or who keeps them, changed. */
  readonly onDidChange: Event<void>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** After a look that failed for a reason that may pass, in ms. */
const outagePause = 300_000;

/**
 * Finds out what became of the scheduled releases that somebody else makes, from `start` until it is disposed of. It has one
 * timer while one waits, and none while none does.
 */
export class ReleaseWatcher extends DisposableOwner {
  readonly #options: ReleaseWatcherOptions;
  readonly #events = this.register(new Emitter<SettledRelease>());
  #alarm: Disposable | undefined;
  /** The look that is under way. */
  #look: Promise<void> | undefined;
  /** When to look next, in ms; nothing when nothing waits. */
  #lookAt: number | undefined;
  /** When it was looked last, in ms. */
  #lookedAt = -Infinity;
  #isOutageLogged = false;

  /** What users are to be told. */
  readonly onDidHappen = this.#events.event;

  constructor(options: ReleaseWatcherOptions) {
    super();
    this.#options = options;
  }

  /** Looks at once, and from now on whenever one may have been made. */
  start(): void {
    const { watch, onDidChange } = this.#options;
    this.register(watch.onDidSettle((settled) => this.#onSettled(settled)));
    this.register(onDidChange(() => this.#lookSoon()));
    this.#lookSoon();
  }

  /** Resolves once no look is under way. */
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

  /** Timers stand still while the machine sleeps, so the clock is looked at in between. */
  #setAlarm(): void {
    this.#alarm?.dispose();
    if (this.isDisposed || this.#lookAt === undefined) return;
    const delay = Math.min(Math.max(this.#lookAt - this.#now(), 0), longestTimer);
    this.#alarm = this.#options.timer.set(delay, () => {
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
    const next = await this.#nextLook();
    // Something may have changed meanwhile.
    this.#lookAt ??= next;
    this.#look = undefined;
    this.#setAlarm();
  }

  async #nextLook(): Promise<number | undefined> {
    const { watch, log } = this.#options;
    try {
      const next = await watch.look();
      this.#isOutageLogged = false;
      return next?.getTime();
    } catch (error) {
      if (!this.#isOutageLogged)
        log.warn(`What became of releases cannot be found out now: ${String(error)}`);
      this.#isOutageLogged = true;
      // What does not pass by itself is announced when it was changed, as settings are.
      return isTransient(error) ? this.#now() + outagePause : undefined;
    }
  }

  #onSettled(settled: SettledRelease): void {
    const { log } = this.#options;
    const what = describeQueued(settled.queued);
    if (settled.kind === "released") {
      log.info(`Released at its date: ${what}`);
    } else {
      log.error(`Failed at its date: ${what}. It keeps its schedule. Cause: ${String(settled.error)}`);
    }
    this.#events.fire(settled);
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}
