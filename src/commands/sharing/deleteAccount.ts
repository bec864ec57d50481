import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Services, Call } from "../command.ts";
import { accountOf } from "./accountOf.ts";

/** Deletes an account. A person sees which packs are uninstalled and is asked first. */
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
