import { messageOf } from "../base/messageOf.ts";
import {
  describeQueued,
  type QueuedRelease,
  type RunPermission,
  type ScheduleQueue,
} from "../backend/scheduleQueue.ts";
import type { Log } from "../base/log.ts";
import { Attempts, isTransient } from "./attempts.ts";
import type { Clock } from "./clock.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/** What to do with a release whose window has passed: the setting `integrationPacks.scheduler.missedReleases`. */
export type MissedReleases = "release" | "ask" | "skip";

/**
 * What a user's request met. `done`: the scheduled release, and what came of it is announced; `underWay`: another window
 * that releases it; `gone`: none any more, as it was released, changed or cancelled.
 */
export type RequestOutcome = "done" | "underWay" | "gone";

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
  /** Missed ones that the user was asked about. */
  readonly #asked = new Set<string>();

  constructor(options: ReleaseRunnerOptions, announce: (event: SchedulerEvent) => void) {
    this.#options = options;
    this.#announce = announce;
  }

  /** Of what is due, what can be run now; forgets what is not due any more. */
  ready(due: readonly QueuedRelease[], now: number): QueuedRelease[] {
    const keys = new Set(due.map(({ scheduleId }) => scheduleId));
    this.#attempts.forgetAllBut(keys);
    for (const key of this.#asked) {
      if (!keys.has(key)) this.#asked.delete(key);
    }
    const asks = this.#options.missedReleases() === "ask";
    return due.filter((queued) => {
      const key = queued.scheduleId;
      const waitsForAnswer = asks && this.#asked.has(key) && hasPassed(queued, now);
      return !waitsForAnswer && !this.#attempts.isPaused(key, now);
    });
  }

  /** When the next attempt is to be made, in ms; nothing when none is. */
  nextAttempt(): number | undefined {
    return this.#attempts.nextRetry();
  }

  /** Runs one release that is due; `outage` tells when the queue could not be read lately. */
  async run(queued: QueuedRelease, outage?: Outage): Promise<void> {
    const attempt = this.#attempts.get(queued.scheduleId);
    if (attempt?.isTold) return this.#fail(queued, attempt.error);
    if (!hasPassed(queued, this.#now())) {
      await this.#release(queued, "inWindow");
      return;
    }
    // A window in which it was tried in vain is a failure; one that nobody was there for was missed.
    const triedInWindow = attempt?.error !== undefined && !hasPassed(queued, attempt.since);
    if (triedInWindow) return this.#fail(queued, attempt.error);
    if (outage && overlaps(outage, queued)) return this.#fail(queued, outage.error);
    await this.#makeUpFor(queued);
  }

  async #makeUpFor(queued: QueuedRelease): Promise<void> {
    switch (this.#options.missedReleases()) {
      case "release":
        await this.#release(queued, "late");
        return;
      case "ask":
        this.#asked.add(queued.scheduleId);
        this.#options.log.info(`Missed: ${describeQueued(queued)}. The user is asked.`);
        this.#announce({ kind: "missed", queued, answer: "ask" });
        return;
      case "skip":
        try {
          await this.skip(queued);
        } catch (error) {
          this.#pause(queued, error);
          this.#options.log.warn(`${describeQueued(queued)} could not be marked missed: ${messageOf(error)}`);
        }
    }
  }

  /** Runs a release because its user says so, whatever became of it before; tells what it met. */
  async retry(queued: QueuedRelease): Promise<RequestOutcome> {
    this.#attempts.forget(queued.scheduleId);
    if (await this.#release(queued, "retry")) return "done";
    const now = await this.#options.queue.find(queued.packId);
    return now?.schedule.state === "releasing" ? "underWay" : "gone";
  }

  /** Keeps a release whose window has passed, marked missed. */
  async skip(queued: QueuedRelease): Promise<RequestOutcome> {
    if (!(await this.#options.queue.miss(queued))) return "gone";
    this.#options.log.info(`Missed: ${describeQueued(queued)}. It is kept.`);
    this.#announce({ kind: "missed", queued, answer: "skip" });
    return "done";
  }

  async #release(queued: QueuedRelease, permission: RunPermission): Promise<boolean> {
    try {
      const release = await this.#options.queue.release(queued, permission);
      if (!release) {
        this.#pause(queued);
        return false;
      }
      this.#options.log.info(`Released (${release.trigger}): ${describeQueued(queued)}`);
      this.#announce({ kind: "released", queued, release });
    } catch (error) {
      await this.#onFault(queued, permission, error);
    }
    return true;
  }

  async #onFault(queued: QueuedRelease, permission: RunPermission, error: unknown): Promise<void> {
    const { since, retryAt, count } = this.#pause(queued, error);
    const end = permission === "late" ? since + lateSpan : Date.parse(queued.schedule.windowEnd);
    if (permission === "retry" || !isTransient(error) || retryAt >= end) return this.#fail(queued, error);
    const pause = `the next attempt is at ${new Date(retryAt).toISOString()}`;
    this.#options.log.warn(
      `${describeQueued(queued)} failed (attempt ${count}); ${pause}. Cause: ${messageOf(error)}`,
    );
  }

  /** Tells a failure once, and lets the queue keep it: later, when it cannot now. */
  async #fail(queued: QueuedRelease, error: unknown): Promise<void> {
    const { queue, log } = this.#options;
    const key = queued.scheduleId;
    const isTold = this.#attempts.get(key)?.isTold ?? false;
    try {
      if (!(await queue.fail(queued, messageOf(error)))) return;
      this.#attempts.forget(key);
    } catch (fault) {
      this.#attempts.note(key, this.#now(), error, true);
      log.warn(`The failure of ${describeQueued(queued)} could not be kept yet: ${messageOf(fault)}`);
    }
    if (isTold) return;
    log.error(`Failed: ${describeQueued(queued)}. It keeps its schedule. Cause: ${messageOf(error)}`);
    this.#announce({ kind: "failed", queued, error });
  }

  #pause(queued: QueuedRelease, error?: unknown) {
    return this.#attempts.note(queued.scheduleId, this.#now(), error);
  }

  #now(): number {
    return this.#options.clock().getTime();
  }
}

function hasPassed({ schedule }: QueuedRelease, now: number): boolean {
  return now >= Date.parse(schedule.windowEnd);
}

function overlaps({ from, until }: Outage, { schedule }: QueuedRelease): boolean {
  return from < Date.parse(schedule.windowEnd) && until >= Date.parse(schedule.windowStart);
}
