import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Services, Call } from "../command.ts";
import { groupOf } from "./groupOf.ts";

/** Deletes an account group. A person sees what happens to its packs and accounts and is asked first. */
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
