import { t } from "@vscode/l10n";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../ask/multiStep.ts";
import { groupOf } from "../ask/groupPickers.ts";
import { textArgument } from "../ask/rowSubject.ts";

/** Makes an account group. From code: its name. */
export async function createGroup(services: Services, { args, byPerson }: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const name = textArgument(args, 0);
  if (name !== undefined) {
    await managedAccounts.createGroup(name);
    return;
  }
  const groupId = await askForGroup(services);
  if (groupId !== undefined && byPerson) await services.accountGroupsView.reveal(groupId);
}

/** Asks for the name of a new account group and makes it; resolves to its id, or to nothing when the person cancels. */
export async function askForGroup(services: Services): Promise<string | undefined> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const name = await multiStep(t("Create Account Group"), 1, (steps) =>
    steps.text({ prompt: t("Name of the account group"), problem: nameProblem }),
  );
  return name === undefined ? undefined : managedAccounts.createGroup(name.trim());
}

/** Deletes an account group; a person is told what becomes of its packs and accounts, and asked first. */
export async function deleteGroup(services: Services, { args, byPerson }: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const group = await groupOf(services, args[0], t("Delete Account Group"));
  if (!group) return;
  const agreed =
    !byPerson ||
    (await confirm(
      t('Delete the account group "{0}"?', group.name),
      t(
        "Packs that are shared with it: {0}. Accounts in it: {1}. Accounts that are in no other group are deleted with it, and what is installed in them is uninstalled.",
        group.packs.length,
        group.accounts.length,
      ),
      t("Delete"),
    ));
  if (!agreed) return;
  await managedAccounts.deleteGroup(group.groupId);
  services.log.info(`Deleted account group ${group.groupId}`);
}
