import * as l10n from "@vscode/l10n";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import type { Services } from "../command.ts";

/** Asks for the name of a new account group. Nothing when the person cancels. @throws `Unsupported` */
export async function askForGroupName(services: Services): Promise<Answer<string> | undefined> {
  await facetOf(services, "managedAccounts");
  return multiStep(l10n.t("Create Account Group"), 1, async (steps) => {
    const name = await steps.text({ prompt: l10n.t("Name of the account group"), problem: nameProblem });
    return name.trim();
  });
}

/** Asks for a name and creates an account group with it. Resolves to its id, or to nothing when the person cancels. */
export async function askAndCreateGroup(services: Services): Promise<Answer<string> | undefined> {
  const name = await askForGroupName(services);
  if (!name) return undefined;
  const managedAccounts = await facetOf(services.changes(name.confirmed), "managedAccounts");
  return { ...name, value: await managedAccounts.createGroup(name.value) };
}
