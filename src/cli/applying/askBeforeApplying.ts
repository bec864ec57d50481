import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import type { PlanCheck } from "../../model/plan/check/planCheck.ts";
import type { PackOutcome } from "../../model/plan/application/planOutcome.ts";
import { describePlanDate } from "../../model/plan/report/describePlan.ts";
import { checkText } from "../../model/plan/report/checkText.ts";
import type { ReleasePlan } from "../../model/plan/releasePlan.ts";
import { isConfirmed } from "../terminal/isConfirmed.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { toTerminalText } from "../terminal/terminalText.ts";

/** Shows what the plan would do, and asks a person to confirm it. */
export async function confirmsPlan(
  plan: ReleasePlan,
  check: PlanCheck,
  surroundings: Surroundings,
): Promise<boolean> {
  const { errorOutput, environment } = surroundings;
  await errorOutput.write(`${toTerminalText(checkText(plan, check), errorOutput, environment)}\n`);
  const count = check.packs.filter(({ state }) => state === "ready").length;
  const packs = plural(count, l10n.t("{0} pack", count), l10n.t("{0} packs", count));
  const question =
    plan.date === undefined
      ? l10n.t("Release {0} now? Type yes:", packs)
      : l10n.t("Schedule the release of {0} {1}? Type yes:", packs, describePlanDate(plan));
  return isConfirmed(question, surroundings);
}

/** Asks a person whether to send a pack again whose outcome is unknown (rule 16). */
export function confirmsSendingAgain(
  { name, message = "" }: PackOutcome,
  surroundings: Surroundings,
): Promise<boolean> {
  const question = l10n.t(
    '{0} If it was made after all, sending it again releases it a second time. Send "{1}" again? Type yes:',
    message,
    name,
  );
  return isConfirmed(question, surroundings);
}
