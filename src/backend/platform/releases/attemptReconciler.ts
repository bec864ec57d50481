import { messageForUsers } from "../../../errors/errors.ts";
import type { Log } from "../../../base/log.ts";
import type { PackReader } from "../packs/packReader.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import type { AttemptOutcomes } from "./attemptOutcomes.ts";
import { isReleased } from "./isReleased.ts";
import type { ReleaseStatusReader } from "./releaseStatus.ts";

/** Dependencies of `AttemptReconciler`. */
export interface AttemptReconcilerDependencies {
  readonly records: ReleaseRecords;
  readonly statuses: ReleaseStatusReader;
  readonly packs: PackReader;
  readonly outcomes: AttemptOutcomes;
  readonly log: Pick<Log, "warn">;
}

/**
 * Looks up how attempts ended whose window was closed, whose answer was lost, or that took too long to be followed. It only
 * reads from the platform, and records what it finds.
 */
export class AttemptReconciler {
  readonly #dependencies: AttemptReconcilerDependencies;

  constructor(dependencies: AttemptReconcilerDependencies) {
    this.#dependencies = dependencies;
  }

  /** Resolves to the attempts whose end is still not known. What goes wrong with one is logged and does not stop the others. */
  async reconcile(packId?: string): Promise<ReleaseAttempt[]> {
    const { records, log } = this.#dependencies;
    for (const attempt of await records.listOpenAttempts(packId)) {
      await this.#settle(attempt).catch((error: unknown) =>
        log.warn(`Looking up an earlier release of "${attempt.packName}": ${messageForUsers(error)}`),
      );
    }
    return records.listOpenAttempts(packId);
  }

  async #settle(attempt: ReleaseAttempt): Promise<void> {
    const { records, outcomes, statuses } = this.#dependencies;
    if (attempt.state === "accepted") {
      const status = await statuses.get(attempt.requestId);
      if (status.kind === "released") await outcomes.released(attempt, true);
      if (status.kind === "failed") await outcomes.notMade(attempt);
      if (status.kind === "gone" && !(await this.#find(attempt))) await outcomes.unknown(attempt);
      return;
    }
    // The sender still claims the pack and waits for the answer.
    if (attempt.state === "sending" && (await records.isUnderWay(attempt.packId))) return;
    const isFound = !attempt.scheduled && (await this.#find(attempt));
    if (!isFound && attempt.state === "sending") await outcomes.unknown(attempt);
  }

  /** Whether the pack shows the release, which is recorded then. */
  async #find(attempt: ReleaseAttempt): Promise<boolean> {
    const { packs, outcomes } = this.#dependencies;
    const { components } = await packs.fresh(attempt.packId);
    if (!isReleased(components, attempt)) return false;
    await outcomes.released(attempt, true);
    return true;
  }
}
