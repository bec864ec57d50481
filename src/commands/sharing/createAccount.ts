import { t } from "@vscode/l10n";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../ask/multiStep.ts";
import { accountOf, groupOf } from "../ask/groupPickers.ts";
import { textArgument } from "../ask/rowSubject.ts";

/** Makes an account in a group. From code: the group and the name of the account. */
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

/** Deletes an account; a person is told what is uninstalled, and asked first. */
export async function deleteAccount(services: Services, { args, byPerson }: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const account = await accountOf(services, args[0], t("Delete Account"));
  if (!account) return;
  const installed = (account.installations ?? []).map(({ packName }) => packName);
  const agreed =
    !byPerson ||
    (await confirm(
      t('Delete the account "{0}"?', account.name),
      installed.length === 0
        ? t("It leaves all its groups. Nothing is installed in it.")
        : t("It leaves all its groups, and these packs are uninstalled: {0}.", installed.join(", ")),
      t("Delete"),
    ));
  if (!agreed) return;
  await managedAccounts.deleteAccount(account.accountId);
  services.log.info(`Deleted account ${account.accountId}`);
}
