import { t } from "@vscode/l10n";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../ask/multiStep.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { groupOf } from "./groupOf.ts";

/** Creates an account in a group. Code passes the id of the group and the name of the account. */
export async function createAccount(services: Services, { args, byPerson }: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const group = await groupOf(services, args[0], t("Create Account"));
  if (!group) return;
  const name =
    textArgument(args, 1) ??
    (await multiStep(t("Create Account in {0}", group.name), 1, (steps) =>
      steps.text({ prompt: t("Name of the account"), problem: nameProblem }),
    ));
  if (name === undefined) return;
  const accountId = await managedAccounts.createAccount(group.groupId, name.trim());
  services.log.info(`Created account ${accountId} in account group ${group.groupId}`);
  if (byPerson) await services.accountGroupsView.reveal(group.groupId);
}
