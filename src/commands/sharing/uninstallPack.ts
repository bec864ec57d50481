import { t } from "@vscode/l10n";
import { accountsOf, installedPacks } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import { confirm } from "../../ui/confirm.ts";
import type { Call, Services } from "../command.ts";
import { installationOf, type Installation } from "./installationOf.ts";

/** Uninstalls a pack from an account. A person is asked first. */
export async function uninstallPack(services: Services, call: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const target = await installationOf(services, call, {
    title: t("Uninstall Integration Pack"),
    packs: installedPacks,
    none: t("There is no account in which the pack is installed."),
  });
  if (!target || (call.byPerson && !(await isConfirmed(target)))) return;
  await managedAccounts.uninstall(target.packId, target.accountId);
  services.log.info(`Uninstalled pack ${target.packId} from account ${target.accountId}`);
}

function isConfirmed({ groups, packId, accountId }: Installation): Promise<boolean> {
  const account = accountsOf(groups).find((each) => each.accountId === accountId);
  const pack = installedPacks(groups, accountId).find((each) => each.packId === packId);
  return confirm(
    t('Uninstall "{0}" from "{1}"?', pack?.name ?? packId, account?.name ?? accountId),
    t(
      "The account no longer runs the pack. It can be installed again while the pack is shared with the account.",
    ),
    t("Uninstall"),
  );
}
