import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { hashPlan } from "../../backend/hashPlan.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { planErrors } from "../../errors/planErrors.ts";
import { checkPlanTarget } from "../../model/plan/checkPlanTarget.ts";
import { isPlanHash, type PlanHash } from "../../model/plan/file/planHash.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import { outcomeMarkdown } from "../../model/plan/report/outcomeMarkdown.ts";
import { outcomeText } from "../../model/plan/report/outcomeText.ts";
import { outcomeReport } from "../../model/plan/report/outcomeReport.ts";
import { confirmsPlan, confirmsSendingAgain } from "../applying/askBeforeApplying.ts";
import { DoesNotFitError } from "../applying/doesNotFitError.ts";
import { outcomeExitCode } from "../applying/outcomeExitCode.ts";
import { PlanApplier, type AppliedPlan } from "../applying/planApplier.ts";
import type { Call, CommandResult, RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { readPlan } from "../files/readPlan.ts";
import { notConfirmed } from "../terminal/notConfirmed.ts";
import { asUsage, UsageError } from "../usageError.ts";
import { checkedPlan } from "./checkedPlan.ts";

/** Applies a release plan: the one that was reviewed, or one that a person confirms. */
export const apply: RunCommand = async (call) => {
  const {
    parameters: [file = ""],
    options,
    surroundings,
    openBackend,
  } = call;
  const givenHash = options.text("planHash");
  if (givenHash === undefined && !surroundings.isInteractive) throw hashNeeded();
  if (givenHash !== undefined && !isPlanHash(givenHash)) throw noHash(givenHash);
  const plan = await readPlan(file, surroundings);
  const planHash = hashPlan(plan);
  if (givenHash !== undefined && givenHash !== planHash) {
    throw new DoesNotFitError(planErrors.otherHash(planHash, givenHash));
  }
  const backend = await openBackend();
  await asUsage(() => checkPlanTarget(plan.target, backend.plans.target));
  return givenHash === undefined
    ? applyAsConfirmed(backend, plan, planHash, call)
    : applyReviewed(backend, plan, planHash, call);
};

/** Applies a plan whose hash says that it was reviewed. */
async function applyReviewed(
  backend: Backend,
  plan: ReleasePlan,
  planHash: PlanHash,
  { surroundings: { onSignal }, notices }: Call,
): Promise<CommandResult> {
  try {
    const applier = new PlanApplier({ backend, onSignal, notices });
    return toResult(plan, await applier.apply(plan, planHash));
  } catch (error) {
    if (!(error instanceof IntegrationPacksError) || error.code !== "Conflict") throw error;
    // A claim of somebody else is a conflict, too: the plan fits then.
    const check = await backend.plans.check(plan);
    if (check.fits) throw error;
    return { exitCode: exitCodes.doesNotFit, report: checkedPlan(plan, check) };
  }
}

/** Applies a plan that a person confirms, with the check in view. */
async function applyAsConfirmed(
  backend: Backend,
  plan: ReleasePlan,
  planHash: PlanHash,
  { surroundings, notices }: Call,
): Promise<CommandResult> {
  const check = await backend.plans.check(plan);
  if (!check.fits) return { exitCode: exitCodes.doesNotFit, report: checkedPlan(plan, check) };
  const isDone = check.packs.every(({ state }) => state === "alreadySo");
  if (!isDone && !(await confirmsPlan(plan, check, surroundings))) {
    throw notConfirmed(l10n.t("It was not confirmed, so nothing was released."));
  }
  const applier = new PlanApplier({ backend, onSignal: surroundings.onSignal, notices });
  const applied = await applier.apply(plan, planHash);
  // Only what was unknown before can be sent again: this program has just looked for the others.
  const unknown = applied.outcome.packs.find(
    ({ outcome, packId }) => outcome === "unknown" && !applier.hasSent(packId),
  );
  if (unknown?.releaseId === undefined || applied.signal !== undefined) return toResult(plan, applied);
  notices.endProgress();
  if (!(await confirmsSendingAgain(unknown, surroundings))) return toResult(plan, applied);
  return toResult(plan, await applier.apply(plan, planHash, [unknown.releaseId]));
}

function toResult(plan: ReleasePlan, { outcome, signal }: AppliedPlan): CommandResult {
  return {
    exitCode: outcomeExitCode(outcome, signal),
    hasChanged: true,
    report: {
      json: outcomeReport(outcome),
      text: () => outcomeText(plan, outcome),
      markdown: () => outcomeMarkdown(plan, outcome),
    },
  };
}

function hashNeeded(): UsageError {
  return new UsageError(
    l10n.t(
      "Nobody can be asked without a terminal, so the hash of the reviewed plan is needed. Nothing was sent.",
    ),
    l10n.t('Review what "integration-packs check FILE" reports, and pass its plan hash with --plan-hash.'),
  );
}

function noHash(text: string): UsageError {
  return new UsageError(
    l10n.t('"{0}" is no plan hash. Nothing was sent.', text),
    l10n.t(
      'Pass the plan hash that "integration-packs check FILE" reports: sha256: and 64 hexadecimal digits.',
    ),
  );
}
