import * as l10n from "@vscode/l10n";
import { installablePacks } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { installationNames, installationOf, type Installation } from "./installationOf.ts";

/** Installs the latest release of a pack in an account that it is shared with. */
export const installPack: ConfirmedCommand<Installation> = {
  async find(services, call) {
    await facetOf(services, "managedAccounts");
    return installationOf(services, call, {
      accountTitle: (pack) =>
        pack ? l10n.t("Install Integration Pack: {0}", pack.name) : l10n.t("Install Integration Pack"),
      packTitle: (account) =>
        account ? l10n.t("Install Integration Pack: {0}", account.name) : l10n.t("Install Integration Pack"),
      packs: installablePacks,
      none: l10n.t("No account without the pack can install it. Add the pack to an account group first."),
    });
  },

  async question(services, found) {
    const { packName, accountName } = await installationNames(services, found);
    return {
      message: l10n.t('Install "{0}" in "{1}"?', packName, accountName),
      detail: [l10n.t("The account runs the latest release of the pack and receives all later ones.")],
      button: l10n.t("Install"),
    };
  },

  async act(services, { packId, accountId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "managedAccounts")).install(packId, accountId);
    services.log.info(`Installed pack ${packId} in account ${accountId}`);
  },
};
