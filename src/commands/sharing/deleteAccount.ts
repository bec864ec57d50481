import * as l10n from "@vscode/l10n";
import type { ManagedAccount } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { accountOf } from "./accountOf.ts";

/** Deletes an account. */
export const deleteAccount: ConfirmedCommand<ManagedAccount> = {
  async find(services, { args }) {
    await facetOf(services, "managedAccounts");
    return accountOf(services, args[0], l10n.t("Delete Account"));
  },

  question(_, { name, installations = [] }) {
    const packs = installations.map(({ packName }) => packName);
    return {
      message: l10n.t('Delete the account "{0}"?', name),
      detail:
        packs.length === 0
          ? [l10n.t("It leaves all its groups. Nothing is installed in it.")]
          : [l10n.t("It leaves all its groups, and these packs are uninstalled:"), packs],
      button: l10n.t("Delete"),
    };
  },

  async act(services, { accountId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "managedAccounts")).deleteAccount(accountId);
    services.log.info(`Deleted account ${accountId}`);
  },
};
