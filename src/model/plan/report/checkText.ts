import * as l10n from "@vscode/l10n";
import { describeChange } from "../../release/describeChanges.ts";
import { oneLine } from "../../text/visibleText.ts";
import type { PackCheck, PlanCheck } from "../check/planCheck.ts";
import type { ReleasePlan } from "../releasePlan.ts";
import {
  describeAccounts,
  describeFit,
  describePackState,
  describePlanDate,
  describeUnchanged,
  planTitle,
} from "./describePlan.ts";

/** Formats the check of a plan as text for a terminal: what each pack would get, and what no longer fits. */
export function checkText(plan: ReleasePlan, { planHash, fits, packs }: PlanCheck): string {
  const heading = [
    oneLine(planTitle(plan)),
    l10n.t("Released: {0}", oneLine(describePlanDate(plan))),
    l10n.t("Plan hash: {0}", planHash),
    describeFit(fits),
  ];
  return [heading, ...packs.map(packLines)].map((lines) => `${lines.join("\n")}\n`).join("\n");
}

function packLines({ name, state, changes, differences, accounts }: PackCheck): string[] {
  const changed = changes.filter(({ kind }) => kind !== "unchanged");
  const details = [
    ...differences.map((difference) => `! ${difference}`),
    ...changed.map(({ name: componentName, to, ...change }) =>
      describeChange({ ...change, componentName, to: to ?? "" }),
    ),
    ...describeUnchanged(changes.length - changed.length),
    ...describeAccounts(accounts),
  ];
  return [
    oneLine(l10n.t("{0}: {1}", name, describePackState(state))),
    ...details.map((line) => `  ${oneLine(line)}`),
  ];
}
