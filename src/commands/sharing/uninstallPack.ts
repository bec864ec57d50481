import * as l10n from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import { installedPacks } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { installationNames, installationOf, type Installation } from "./installationOf.ts";

/** Uninstalls a pack from an account. */
export const uninstallPack: ConfirmedCommand<Installation> = {
  async find(services, call) {
    await facetOf(services, "managedAccounts");
    const found = await installationOf(services, call, {
      accountTitle: (pack) =>
        pack ? l10n.t("Uninstall Integration Pack: {0}", pack.name) : l10n.t("Uninstall Integration Pack"),
      packTitle: (account) =>
        account
          ? l10n.t("Uninstall Integration Pack: {0}", account.name)
          : l10n.t("Uninstall Integration Pack"),
      packs: installedPacks,
      none: l10n.t("There is no account in which the pack is installed."),
    });
    if (!found) return undefined;
    const { groups, packId, accountId } = found;
    if (installedPacks(groups, accountId).some((pack) => pack.packId === packId)) return found;
    const { packName, accountName } = await installationNames(services, found);
    throw sharingErrors.notInstalled(accountName, packName);
  },

  async question(services, found) {
    const { packName, accountName } = await installationNames(services, found);
    return {
      message: l10n.t('Uninstall "{0}" from "{1}"?', packName, accountName),
      detail: [
        l10n.t(
          "The account no longer runs the pack. It can install the pack again while the pack is shared with it.",
        ),
      ],
      button: l10n.t("Uninstall"),
    };
  },

  async act(services, { packId, accountId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "managedAccounts")).uninstall(packId, accountId);
    services.log.info(`Uninstalled pack ${packId} from account ${accountId}`);
  },
};
