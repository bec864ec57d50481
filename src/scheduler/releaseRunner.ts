import type { Log } from "../base/log.ts";
import {
  describeQueued,
  type QueuedRelease,
  type RunPermission,
  type ScheduleQueue,
} from "../backend/scheduleQueue.ts";
import { IntegrationPacksError, messageForUsers } from "../errors/errors.ts";
import type { MissedReleases } from "../model/schedule/missedReleases.ts";
import type { ScheduleFailure } from "../model/schedule/scheduledRelease.ts";
import { Attempts, isTransient } from "./attempts.ts";
import type { Clock } from "./clock.ts";
import { earliest } from "./earliest.ts";
import { isRefusal, LockOut } from "./lockOut.ts";
import type { SchedulerEvent } from "./schedulerEvent.ts";

/**
 * The result of a user's request. `done`: it was carried out, and the outcome is announced. `underWay`: another window is
 * releasing the pack. `gone`: it was released, changed or cancelled before.
 */
export type RequestResult = "done" | "underWay" | "gone";

/** Dependencies of `ReleaseRunner`. */
export interface ReleaseRunnerDependencies {
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

/** How long a release whose window has passed is tried, in ms: as long as its window was. */
const lateSpan = 3_600_000;

/** Runs releases that are due, one at a time, and remembers what it needs to try again. */
export class ReleaseRunner {
  readonly #dependencies: ReleaseRunnerDependencies;
  readonly #announce: (event: SchedulerEvent) => void;
  readonly #attempts = new Attempts();
  readonly #lockOut = new LockOut();
  /** The missed releases that the user was asked about. */
  readonly #asked = new Set<string>();

  constructor(dependencies: ReleaseRunnerDependencies, announce: (event: SchedulerEvent) => void) {
    this.#dependencies = dependencies;
    this.#announce = announce;
  }

  /** The due releases of the queue that can run now. Forgets what is no longer due. */
  ready(queue: ScheduleQueue, due: readonly QueuedRelease[], now: number): QueuedRelease[] {
    const keys = new Set(due.map(({ scheduleId }) => scheduleId));
    this.#attempts.forgetAllBut(keys);
    for (const key of this.#asked) {
      if (!keys.has(key)) this.#asked.delete(key);
    }
    if (this.#lockOut.isActive(queue, now)) return [];
    return due.filter((queued) => {
      const key = queued.scheduleId;
      const asks = this.#ruleFor(queued) === "ask";
      const waitsForAnswer = asks && this.#asked.has(key) && hasPassed(queued, now);
      return !waitsForAnswer && !this.#attempts.isPaused(key, now);
    });
  }

  /** When the next attempt is due, in ms; nothing when there is none. */
  nextAttempt(): number | undefined {
    return earliest(this.#attempts.nextRetry(), this.#lockOut.endsAt(this.#now()));
  }

  /** Runs one due release of the queue. `outage` is the latest time in which the queue could not be read. */
  async run(queue: ScheduleQueue, queued: QueuedRelease, outage?: Outage): Promise<void> {
    if (this.#lockOut.isActive(queue, this.#now())) return;
    const attempt = this.#attempts.get(queued.scheduleId);
    if (attempt?.isReported) return this.#fail(queue, queued, attempt.error);
    if (!hasPassed(queued, this.#now())) {
      await this.#release(queue, queued, "inWindow");
      return;
    }
    // A window in which attempts failed is a failure. A window in which no scheduler ran was missed.
    const triedInWindow = attempt?.error !== undefined && !hasPassed(queued, attempt.since);
    if (triedInWindow) return this.#fail(queue, queued, attempt.error);
    // Others who share the queue may have been able to read it, so it is the rule that counts there, not who comes first.
    if (outage && !queue.isShared && overlaps(outage, queued)) return this.#fail(queue, queued, outage.error);
    await this.#handleMissed(queue, queued);
  }

  /** Runs a release because its user asks for it, whatever happened to it before. */
  async retry(queue: ScheduleQueue, queued: QueuedRelease): Promise<RequestResult> {
    this.#attempts.forget(queued.scheduleId);
    if (await this.#release(queue, queued, "retry")) return "done";
    const now = await queue.find(queued.packId);
    return now?.schedule.state === "releasing" ? "underWay" : "gone";
  }

  /** Marks a release whose window has passed as missed. It stays scheduled. */
  async skip(queue: ScheduleQueue, queued: QueuedRelease): Promise<RequestResult> {
    if (!(await queue.miss(queued))) return "gone";
    this.#dependencies.log.info(`Missed: ${describeQueued(queued)}. It stays scheduled.`);
    this.#announce({ kind: "missed", queued, answer: "skip" });
    return "done";
  }

  async #handleMissed(queue: ScheduleQueue, queued: QueuedRelease): Promise<void> {
    const { log } = this.#dependencies;
    switch (this.#ruleFor(queued)) {
      case "release":
        await this.#release(queue, queued, "late");
        return;
      case "ask":
        this.#asked.add(queued.scheduleId);
        log.info(`Missed: ${describeQueued(queued)}. The user is asked.`);
        this.#announce({ kind: "missed", queued, answer: "ask" });
        return;
      case "skip":
        try {
          await this.skip(queue, queued);
        } catch (error) {
          this.#pause(queued, error);
          log.warn(`${describeQueued(queued)} could not be marked missed: ${messageForUsers(error)}`);
        }
    }
  }

  async #release(queue: ScheduleQueue, queued: QueuedRelease, permission: RunPermission): Promise<boolean> {
    try {
      const release = await queue.release(queued, permission);
      if (!release) {
        this.#pause(queued);
        return false;
      }
      this.#lockOut.end();
      this.#dependencies.log.info(`Released (${release.trigger}): ${describeQueued(queued)}`);
      this.#announce({ kind: "released", queued, release });
    } catch (error) {
      await this.#onError(queue, queued, permission, error);
    }
    return true;
  }

  async #onError(
    queue: ScheduleQueue,
    queued: QueuedRelease,
    permission: RunPermission,
    error: unknown,
  ): Promise<void> {
    if (queue.isShared && isRefusal(error)) {
      this.#leave(queue, queued, permission, error);
      return;
    }
    const { since, retryAt, count } = this.#pause(queued, error);
    const end = permission === "late" ? since + lateSpan : Date.parse(queued.schedule.windowEnd);
    if (permission === "retry" || !isTransient(error) || retryAt >= end) {
      return this.#fail(queue, queued, error);
    }
    const pause = `the next attempt is at ${new Date(retryAt).toISOString()}`;
    this.#dependencies.log.warn(
      `${describeQueued(queued)} failed (attempt ${count}); ${pause}. Cause: ${messageForUsers(error)}`,
    );
  }

  /** Leaves the release to others who share the queue, and reports that once. Nothing of it is stored. */
  #leave(queue: ScheduleQueue, queued: QueuedRelease, permission: RunPermission, error: unknown): void {
    this.#attempts.forget(queued.scheduleId);
    const isFirst = this.#lockOut.begin(queue, this.#now());
    this.#dependencies.log.warn(
      `Refused: ${describeQueued(queued)}. It is left to others. Cause: ${messageForUsers(error)}`,
    );
    if (isFirst || permission === "retry") this.#announce({ kind: "refused", queued, error });
  }

  /** The rule that is stored with the release; where there is none, the setting. */
  #ruleFor({ missedReleases }: QueuedRelease): MissedReleases {
    return missedReleases ?? this.#dependencies.missedReleases();
  }

  /** Reports a failure once, and has the queue store it: later, when it cannot do so now. */
  async #fail(queue: ScheduleQueue, queued: QueuedRelease, error: unknown): Promise<void> {
    const { log } = this.#dependencies;
    const key = queued.scheduleId;
    const isReported = this.#attempts.get(key)?.isReported ?? false;
    try {
      if (!(await queue.fail(queued, toFailure(error)))) return;
      this.#attempts.forget(key);
    } catch (fault) {
      this.#attempts.add(key, this.#now(), error, true);
      log.warn(`The failure of ${describeQueued(queued)} could not be stored yet: ${messageForUsers(fault)}`);
    }
    if (isReported) return;
    log.error(`Failed: ${describeQueued(queued)}. It stays scheduled. Cause: ${messageForUsers(error)}`);
    this.#announce({ kind: "failed", queued, error });
  }

  #pause(queued: QueuedRelease, error?: unknown) {
    return this.#attempts.add(queued.scheduleId, this.#now(), error);
  }

  #now(): number {
    return this.#dependencies.clock().getTime();
  }
}

function toFailure(error: unknown): ScheduleFailure {
  const problem = error instanceof Error ? error.message : String(error);
  return error instanceof IntegrationPacksError ? { problem, problemCode: error.code } : { problem };
}

function hasPassed({ schedule }: QueuedRelease, now: number): boolean {
  return now >= Date.parse(schedule.windowEnd);
}

function overlaps({ from, until }: Outage, { schedule }: QueuedRelease): boolean {
  return from < Date.parse(schedule.windowEnd) && until >= Date.parse(schedule.windowStart);
}
