import * as l10n from "@vscode/l10n";
import { oneLine } from "../../text/visibleText.ts";
import type { PlanOutcome } from "../application/planOutcome.ts";
import type { ReleasePlan } from "../releasePlan.ts";
import { describePackOutcome, planTitle } from "./describePlan.ts";

/** Formats the outcome of a plan as text for a terminal: how each pack ended, and why it was not released. */
export function outcomeText(plan: Pick<ReleasePlan, "name">, { planHash, packs }: PlanOutcome): string {
  const lines = packs.flatMap(({ name, outcome, releaseId, message }) => [
    releaseId === undefined
      ? l10n.t("{0}: {1}", name, describePackOutcome(outcome))
      : l10n.t("{0}: {1} ({2})", name, describePackOutcome(outcome), releaseId),
    ...(message === undefined ? [] : [`  ${message}`]),
  ]);
  const heading = [planTitle(plan), l10n.t("Plan hash: {0}", planHash)];
  return `${[...heading, ...lines].map(oneLine).join("\n")}\n`;
}
