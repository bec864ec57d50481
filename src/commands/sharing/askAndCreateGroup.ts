import { t } from "@vscode/l10n";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../ask/multiStep.ts";
import type { Services } from "../command.ts";

/** Asks for a name and creates an account group with it. Resolves to its id, or to nothing when the person cancels. */
export async function askAndCreateGroup(services: Services): Promise<string | undefined> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const name = await multiStep(t("Create Account Group"), 1, (steps) =>
    steps.text({ prompt: t("Name of the account group"), problem: nameProblem }),
  );
  return name === undefined ? undefined : managedAccounts.createGroup(name.trim());
}
