import {
  queuedReleaseKey,
  type QueuedRelease,
  type RunPermission,
  type ScheduleQueue,
} from "../backend/scheduleQueue.ts";
import { errors } from "../errors.ts";
import type { Log } from "../log.ts";
import { Attempts, type Attempt } from "./attempts.ts";
import type { Clock } from "./clock.ts";
import { isTransient, retryPause } from "./retryPause.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/** What to do with a release whose window has passed: the setting `integrationPacks.scheduler.missedReleases`. */
export type MissedReleases = "release" | "ask" | "skip";

/** What running releases takes. */
export interface ReleaseRunnerOptions {
  readonly queue: ScheduleQueue;
  readonly clock: Clock;
  readonly log: Log;
  readonly missedReleases: () => MissedReleases;
}

/** A time in which the queue could not be read, both ends in ms since the epoch. */
export interface Outage {
  readonly from: number;
  readonly until: number;
  readonly error: unknown;
}

/** How long a release whose window has passed is tried, in ms: as long as one whose window just started. */
const lateSpan = 3_600_000;

/** Runs releases that are due, one at a time, and remembers only what is needed to try again. */
export class ReleaseRunner {
  readonly #options: ReleaseRunnerOptions;
  readonly #announce: (event: SchedulerEvent) => void;
  readonly #attempts = new Attempts();
  readonly #asked = new Set<string>();
  /** Failures that users were told of, but that the queue could not keep yet. */
  readonly #unrecorded = new Map<string, { readonly queued: QueuedRelease; readonly problem: string }>();

  constructor(options: ReleaseRunnerOptions, announce: (event: SchedulerEvent) => void) {
    this.#options = options;
    this.#announce = announce;
  }

  /** Of what is due, what can be run now; forgets what is not due any more. */
  ready(due: readonly QueuedRelease[], now: number): QueuedRelease[] {
    const keys = new Set(due.map(queuedReleaseKey));
    this.#forgetAllBut(keys);
    return due.filter((queued) => {
      const key = queuedReleaseKey(queued);
      const waitsForAnswer =
        this.#asked.has(key) &&
        this.#options.missedReleases() === "ask" &&
        now >= Date.parse(queued.schedule.windowEnd);
      return !waitsForAnswer && !this.#unrecorded.has(key) && !this.#attempts.isPaused(key, now);
    });
  }

  /** When the next attempt is to be made, in ms; nothing when none is. */
  nextAttempt(now: number): number | undefined {
    const retry = this.#attempts.nextRetry();
    return this.#unrecorded.size === 0 ? retry : Math.min(retry ?? Infinity, now + retryPause(Infinity));
  }

  /** Runs one release that is due; `outage` tells when the queue could not be read lately. */
  async run(queued: QueuedRelease, outage?: Outage): Promise<void> {
    const now = this.#options.clock().getTime();
    const { schedule } = queued;
    if (now < Date.parse(schedule.windowEnd)) {
      await this.#release(queued, "inWindow");
    } else {
      await this.#runPassed(queued, outage);
    }
  }

  /** A window passed in vain is a failure; one that nobody was there for is a missed one. */
  async #runPassed(queued: QueuedRelease, outage: Outage | undefined): Promise<void> {
    const { schedule } = queued;
    const attempts = this.#attempts.get(queuedReleaseKey(queued));
    if (attempts?.error !== undefined && attempts.since < Date.parse(schedule.windowEnd)) {
      return this.#fail(queued, attempts.error);
    }
    if (outage && overlaps(outage, queued)) return this.#fail(queued, outage.error);
    switch (this.#options.missedReleases()) {
      case "release":
        await this.#release(queued, "late");
        return;
      case "ask":
        this.#ask(queued);
        return;
      case "skip":
        return this.#skipOrPause(queued);
    }
  }

  /** Runs a release because its user says so, whatever became of it before; tells whether it was still there. */
  async retry(queued: QueuedRelease): Promise<boolean> {
    this.#unrecorded.delete(queuedReleaseKey(queued));
    return this.#release(queued, "retry");
  }

  /** Keeps a release whose window has passed, marked missed; tells whether it still waited. */
  async skip(queued: QueuedRelease): Promise<boolean> {
    if (!(await this.#options.queue.miss(queued))) return false;
    this.#options.log.info(`Missed: ${describe(queued)}. It is kept.`);
    this.#announce({ kind: "missed", queued, answer: "skip" });
    return true;
  }

  /** Lets the queue keep the failures that it could not keep before. */
  async recordFailures(): Promise<void> {
    for (const [key, { queued, problem }] of this.#unrecorded) {
      try {
        await this.#options.queue.fail(queued, problem);
        this.#unrecorded.delete(key);
      } catch (error) {
        if (isTransient(error)) return;
        throw error;
      }
    }
  }

  async #skipOrPause(queued: QueuedRelease): Promise<void> {
    try {
      await this.skip(queued);
    } catch (error) {
      this.#pause(queued, error);
      this.#options.log.warn(`${describe(queued)} could not be marked missed: ${messageOf(error)}`);
    }
  }

  async #release(queued: QueuedRelease, permission: RunPermission): Promise<boolean> {
    const { queue, log } = this.#options;
    try {
      const outcome = await queue.release(queued, permission);
      switch (outcome.kind) {
        case "released":
          log.info(`Released (${outcome.release.trigger}): ${describe(queued)}`);
          this.#announce({ kind: "released", queued, release: outcome.release });
          return true;
        case "packGone":
          log.warn(`The pack was deleted, and its scheduled release with it: ${describe(queued)}`);
          this.#announce({
            kind: "failed",
            queued,
            error: errors.scheduledPackGone(queued.packName),
            keepsSchedule: false,
          });
          return true;
        case "superseded":
          this.#pause(queued);
          return false;
      }
    } catch (error) {
      await this.#onFault(queued, permission, error);
      return true;
    }
  }

  async #onFault(queued: QueuedRelease, permission: RunPermission, error: unknown): Promise<void> {
    const { since, retryAt, count } = this.#pause(queued, error);
    const end = permission === "late" ? since + lateSpan : Date.parse(queued.schedule.windowEnd);
    if (permission === "retry" || !isTransient(error) || retryAt >= end) return this.#fail(queued, error);
    const pause = `the next attempt is at ${new Date(retryAt).toISOString()}`;
    this.#options.log.warn(
      `${describe(queued)} failed (attempt ${count}); ${pause}. Cause: ${messageOf(error)}`,
    );
  }

  async #fail(queued: QueuedRelease, error: unknown): Promise<void> {
    const { queue, log } = this.#options;
    const problem = messageOf(error);
    log.error(`Failed: ${describe(queued)}. It keeps its schedule. Cause: ${problem}`);
    try {
      if (!(await queue.fail(queued, problem))) return;
    } catch (fault) {
      const key = queuedReleaseKey(queued);
      this.#unrecorded.set(key, { queued, problem });
      this.#attempts.forget(key);
      log.warn(`The failure could not be kept yet: ${messageOf(fault)}`);
    }
    this.#announce({ kind: "failed", queued, error, keepsSchedule: true });
  }

  #ask(queued: QueuedRelease): void {
    const key = queuedReleaseKey(queued);
    this.#asked.add(key);
    this.#attempts.forget(key);
    this.#options.log.info(`Missed: ${describe(queued)}. The user is asked.`);
    this.#announce({ kind: "missed", queued, answer: "ask" });
  }

  #forgetAllBut(keys: ReadonlySet<string>): void {
    for (const key of [...this.#attempts.keys(), ...this.#asked, ...this.#unrecorded.keys()]) {
      if (keys.has(key)) continue;
      this.#attempts.forget(key);
      this.#asked.delete(key);
      this.#unrecorded.delete(key);
    }
  }

  #pause(queued: QueuedRelease, error?: unknown): Attempt {
    return this.#attempts.note(queuedReleaseKey(queued), this.#options.clock().getTime(), error);
  }
}

function overlaps({ from, until }: Outage, { schedule }: QueuedRelease): boolean {
  return from < Date.parse(schedule.windowEnd) && until >= Date.parse(schedule.windowStart);
}

function describe({ packId, packName, schedule }: QueuedRelease): string {
  return `"${packName}" (${packId}), scheduled for ${schedule.date} (${schedule.timeZone})`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
