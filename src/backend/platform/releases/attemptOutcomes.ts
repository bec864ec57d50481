import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { Emitter } from "../../../base/event.ts";
import type { Log } from "../../../base/log.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { Timing } from "../http/timing.ts";
import type { PackReader } from "../packs/packReader.ts";
import { toRelease, type ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";

/** Dependencies of `AttemptOutcomes`. */
export interface AttemptOutcomesDependencies {
  readonly records: ReleaseRecords;
  readonly packs: PackReader;
  readonly released: Emitter<PackRelease>;
  readonly announceChange: () => void;
  readonly clock: () => Date;
  readonly timing: Timing;
  readonly log: Pick<Log, "warn">;
}

/** The pauses between attempts to record an outcome while the records are locked, in ms; the last one repeats. */
const pauses = [500, 1_000, 2_000, 5_000, 15_000, 30_000];

/** How often an outcome is tried to be recorded, which takes about ten minutes. */
const mostTries = 25;

/**
 * Records how requests to the platform ended. Records that are locked delay this and lose nothing: the outcome is known, so it
 * is recorded as soon as it can be. If it cannot, the attempt stays open, and its end is found by reading.
 */
export class AttemptOutcomes {
  readonly #dependencies: AttemptOutcomesDependencies;

  constructor(dependencies: AttemptOutcomesDependencies) {
    this.#dependencies = dependencies;
  }

  /** Records and announces that the pack was released. `isLookedUp`: its sender did not find out. */
  async released(attempt: ReleaseAttempt, isLookedUp = false): Promise<PackRelease> {
    const { records, packs, released, clock } = this.#dependencies;
    const at = clock();
    const recorded = await this.#record(attempt, () =>
      records.recordReleased(attempt.attemptId, at, isLookedUp),
    );
    // What was found out later may have been changed since.
    if (isLookedUp) packs.forget(attempt.packId);
    else packs.remember(attempt.packId, Object.keys(attempt.versions));
    this.#dependencies.announceChange();
    const release = recorded?.release ?? toRelease({ ...attempt, releasedAt: at.toISOString() });
    // Not in this call: a listener that throws must not make what was done look like a failure.
    if (!recorded || recorded.isNew) queueMicrotask(() => released.fire(release));
    return release;
  }

  async accepted(attempt: ReleaseAttempt, requestId: string): Promise<ReleaseAttempt> {
    const { records } = this.#dependencies;
    await this.#record(attempt, () => records.recordAccepted(attempt.attemptId, requestId));
    return { ...attempt, state: "accepted", requestId };
  }

  async scheduled(attempt: ReleaseAttempt, requestId: string): Promise<void> {
    const { records } = this.#dependencies;
    await this.#recordEnd(attempt, () => records.recordScheduled(attempt.attemptId, requestId));
  }

  async notMade(attempt: ReleaseAttempt): Promise<void> {
    await this.#recordEnd(attempt, () => this.#dependencies.records.recordNotMade(attempt.attemptId));
  }

  async unknown(attempt: ReleaseAttempt): Promise<void> {
    await this.#recordEnd(attempt, () => this.#dependencies.records.recordUnknown(attempt.attemptId));
  }

  async #recordEnd(attempt: ReleaseAttempt, record: () => Promise<void>): Promise<void> {
    await this.#record(attempt, record);
    this.#dependencies.announceChange();
  }

  async #record<T>({ packName }: ReleaseAttempt, record: () => Promise<T>): Promise<T | undefined> {
    const { timing, log } = this.#dependencies;
    for (let tries = 1; ; tries++) {
      try {
        return await record();
      } catch (error) {
        if (!(error instanceof IntegrationPacksError) || error.code !== "StoreUnavailable") throw error;
        log.warn(`The outcome for "${packName}" could not be recorded (${tries}): ${error.message}`);
        if (tries >= mostTries) return undefined;
      }
      await timing.pause(pauses[Math.min(tries, pauses.length) - 1] ?? 0);
    }
  }
}
