import * as l10n from "@vscode/l10n";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { Timing } from "../http/timing.ts";
import type { PackReader } from "../packs/packReader.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { AttemptOutcomes } from "./attemptOutcomes.ts";
import { isReleased } from "./isReleased.ts";
import type { ReleaseStatus, ReleaseStatusReader } from "./releaseStatus.ts";

/** Dependencies of `ReleaseFollower`. */
export interface ReleaseFollowerDependencies {
  readonly statuses: ReleaseStatusReader;
  readonly packs: PackReader;
  readonly outcomes: AttemptOutcomes;
  readonly timing: Timing;
  /** Aborted when the backend must be closed: the next one finds the end. */
  readonly closing: AbortSignal;
}

/** Reports a step to the person who waits for it. */
export type Progress = (step: string) => void;

/** The pauses between status requests, in ms; the last one repeats. */
const statusPauses = [200, 400, 800, 1_500, 3_000, 5_000, 8_000];

/** How long a release is followed before the person hears that it takes longer, in ms. */
const followSpan = 600_000;

/** The pauses before each look at the pack when the answer to a release was lost, in ms. */
const searchPauses = [0, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Finds out how a release that was sent ends, by reading alone. Every outcome is recorded before it is reported. */
export class ReleaseFollower {
  readonly #dependencies: ReleaseFollowerDependencies;

  constructor(dependencies: ReleaseFollowerDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Waits for the end of a release that the platform accepted.
   *
   * @throws `InvalidRequest` when the platform gave it up; `OutcomeUnknown` when it still runs or cannot be asked for
   */
  async follow(attempt: ReleaseAttempt, onProgress: Progress): Promise<PackRelease> {
    const { timing, closing } = this.#dependencies;
    const start = timing.now();
    for (let looks = 0; timing.now() - start < followSpan && !closing.aborted; looks++) {
      const status = await this.#statusOf(attempt);
      if (status.kind === "gone") return this.search(attempt, undefined);
      if (status.kind === "released") return this.#dependencies.outcomes.released(attempt);
      if (status.kind === "failed") {
        await this.#dependencies.outcomes.notMade(attempt);
        throw platformReleaseErrors.failed(attempt.packName, status.reason);
      }
      onProgress(l10n.t("Boomi is releasing…"));
      await this.#pause(statusPauses[Math.min(looks, statusPauses.length - 1)] ?? 0);
    }
    throw platformReleaseErrors.stillRunning(attempt.packName);
  }

  /**
   * Looks at the pack itself, since the answer to the release was lost.
   *
   * @throws `OutcomeUnknown` when the pack does not show it
   */
  async search(attempt: ReleaseAttempt, lost: IntegrationPacksError | undefined): Promise<PackRelease> {
    const { packs, outcomes, closing } = this.#dependencies;
    let reason = lost;
    for (const pause of searchPauses) {
      await this.#pause(pause);
      try {
        const { components } = await packs.fresh(attempt.packId);
        if (isReleased(components, attempt)) return await outcomes.released(attempt);
      } catch (error) {
        if (!(error instanceof IntegrationPacksError)) throw error;
        reason ??= error;
      }
      if (closing.aborted) break;
    }
    await outcomes.unknown(attempt);
    throw platformReleaseErrors.unknown(attempt.packName, reason);
  }

  /** @throws `OutcomeUnknown` when the platform cannot be asked */
  async #statusOf({ requestId, packName }: ReleaseAttempt): Promise<ReleaseStatus> {
    try {
      return await this.#dependencies.statuses.get(requestId);
    } catch (error) {
      if (!(error instanceof IntegrationPacksError)) throw error;
      throw platformReleaseErrors.followingFailed(packName, error);
    }
  }

  /** Ends early when the backend is about to be closed. */
  async #pause(ms: number): Promise<void> {
    const { timing, closing } = this.#dependencies;
    await timing.pause(ms, closing).catch((error: unknown) => {
      if (!closing.aborted) throw error;
    });
  }
}
