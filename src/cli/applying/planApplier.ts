import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import type { PlanProgress } from "../../backend/facets/planFacet.ts";
import { planOutcome, type PlanOutcome } from "../../model/plan/application/planOutcome.ts";
import type { PlanHash } from "../../model/plan/file/planHash.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import type { Notices } from "../terminal/notices.ts";
import type { EndSignal, Surroundings } from "../terminal/surroundings.ts";

/** Dependencies of `PlanApplier`. */
export interface PlanApplierDependencies {
  readonly backend: Backend;
  readonly onSignal: Surroundings["onSignal"];
  readonly notices: Notices;
}

/** A plan that was applied, as far as it went. */
export interface AppliedPlan {
  readonly outcome: PlanOutcome;
  /** The signal that interrupted it; left out where none did. */
  readonly signal?: EndSignal;
}

/**
 * Applies a plan, and ends as soon as its outcome is known. A signal stops it after the pack that is being sent, whose outcome
 * is awaited for 30 seconds. A second signal ends it at once: that pack is unknown.
 */
export class PlanApplier {
  readonly #dependencies: PlanApplierDependencies;
  readonly #sent = new Set<string>();
  #progress: PlanProgress | undefined;

  constructor(dependencies: PlanApplierDependencies) {
    this.#dependencies = dependencies;
  }

  /** Whether this program sent the pack, rather than another one before. */
  hasSent(packId: string): boolean {
    return this.#sent.has(packId);
  }

  /** `sendAgain` as in `ApplyRequest`. @throws as `PlanFacet.apply`: nothing was sent then */
  async apply(
    plan: ReleasePlan,
    planHash: PlanHash,
    sendAgain: readonly string[] = [],
  ): Promise<AppliedPlan> {
    const { backend, onSignal } = this.#dependencies;
    const stop = new AbortController();
    let signal: EndSignal | undefined;
    let endNow: () => void = () => undefined;
    const secondSignal = new Promise<undefined>((resolve) => (endNow = () => resolve(undefined)));
    const subscription = onSignal((received) => {
      if (signal === undefined) this.#onFirstSignal(stop);
      else endNow();
      signal ??= received;
    });
    try {
      const onProgress = (progress: PlanProgress) => this.#onProgress(progress);
      const request = { planHash, onProgress, stop: stop.signal, sendAgain };
      const applied = await Promise.race([
        backend.plans.apply(plan, request).catch((error: unknown) => this.#outcomeDespite(error)),
        secondSignal,
      ]);
      const outcome = applied ?? this.#outcomeSoFar(plan, planHash);
      return { outcome, ...(signal !== undefined && { signal }) };
    } finally {
      subscription.dispose();
    }
  }

  #onFirstSignal(stop: AbortController): void {
    const { backend, notices } = this.#dependencies;
    stop.abort();
    void backend.finish?.();
    notices.note(
      l10n.t(
        "Nothing more is sent. The outcome of what was sent is awaited for 30 seconds; a second signal ends that.",
      ),
    );
  }

  #onProgress(progress: PlanProgress): void {
    this.#progress = progress;
    const sending = progress.application.packs.find(({ stage }) => stage === "sending");
    if (!sending) return;
    this.#sent.add(sending.packId);
    this.#dependencies.notices.progress(
      l10n.t("{0}: {1}", sending.name, progress.step ?? l10n.t("Sending the release…")),
    );
  }

  /** After something was sent, a failure of this program leaves outcomes open. @throws the error where nothing was sent */
  #outcomeDespite(error: unknown): PlanOutcome {
    if (!this.#progress || this.#sent.size === 0) throw error;
    this.#dependencies.notices.failure(error);
    return planOutcome(this.#progress.application);
  }

  #outcomeSoFar({ packs }: ReleasePlan, planHash: PlanHash): PlanOutcome {
    if (this.#progress) return planOutcome(this.#progress.application);
    return {
      formatVersion: 1,
      planHash,
      packs: packs.map(({ packId, name }) => ({ packId, name, outcome: "notSent" })),
    };
  }
}
