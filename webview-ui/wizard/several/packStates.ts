import * as l10n from "@vscode/l10n";
import type { PackProgress } from "../../../src/model/plan/application/planApplication.ts";
import type { PackOutcome } from "../../../src/model/plan/application/planOutcome.ts";
import { describePackOutcome } from "../../../src/model/plan/report/describePlan.ts";
import type { ApplicationState } from "../state/severalState.ts";

/** How far a pack of a plan is, or how it ended. */
export interface PackStateRow {
  readonly packId: string;
  readonly name: string;
  /** In a word or two. */
  readonly text: string;
  /** The class of its tag. */
  readonly kind: PackOutcome["outcome"] | "waiting" | "sending";
  /** Why it failed or is unknown. */
  readonly message?: string | undefined;
  /** The id of what was sent, where its outcome is unknown: with it, a person confirms to send the pack again. */
  readonly unknownId?: string | undefined;
}

/** How far each pack is, or how it ended, in the order of the plan. */
export function packStates({ outcome, progress, plan, state }: ApplicationState): readonly PackStateRow[] {
  if (outcome) return outcome.packs.map(endedRow);
  if (progress && state === "underWay") return progress.packs.map(runningRow);
  if (progress) return progress.packs.map(interruptedRow);
  const isWaiting = state === "underWay";
  return (plan?.packs ?? []).map(({ packId, name }) =>
    isWaiting ? waitingRow({ packId, name }) : endedRow({ packId, name, outcome: "notSent" }),
  );
}

function endedRow({ packId, name, outcome, message, releaseId }: PackOutcome): PackStateRow {
  return {
    packId,
    name,
    kind: outcome,
    text: describePackOutcome(outcome),
    message,
    unknownId: outcome === "unknown" ? releaseId : undefined,
  };
}

/** A pack whose plan nobody reports on. What was being sent is unknown. */
function interruptedRow(pack: PackProgress): PackStateRow {
  const { packId, name, stage } = pack;
  if (stage === "notSent" || stage === "claimed") return endedRow({ packId, name, outcome: "notSent" });
  return stage === "sending" ? endedRow({ packId, name, outcome: "unknown" }) : runningRow(pack);
}

function runningRow(pack: PackProgress): PackStateRow {
  const { packId, name, stage } = pack;
  if (stage === "notSent" || stage === "claimed") return waitingRow(pack);
  if (stage === "sending") return { packId, name, kind: "sending", text: l10n.t("being sent") };
  return {
    packId,
    name,
    kind: stage,
    text: describePackOutcome(stage),
    message: "message" in pack ? pack.message : undefined,
  };
}

function waitingRow({ packId, name }: Pick<PackProgress, "packId" | "name">): PackStateRow {
  return { packId, name, kind: "waiting", text: l10n.t("waiting") };
}
