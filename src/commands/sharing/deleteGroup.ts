import * as l10n from "@vscode/l10n";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { groupOf } from "./groupOf.ts";

/** Deletes an account group. */
export const deleteGroup: ConfirmedCommand<AccountGroup> = {
  async find(services, { args }) {
    await facetOf(services, "managedAccounts");
    return groupOf(services, args[0], l10n.t("Delete Account Group"));
  },

  question: (_, { name, packs, accounts }) => ({
    message: l10n.t('Delete the account group "{0}"?', name),
    detail: [
      l10n.t(
        "Packs that are shared with it: {0}. Accounts in it: {1}. Accounts that are in no other group are deleted with it, and what is installed in them is uninstalled.",
        packs.length,
        accounts.length,
      ),
    ],
    button: l10n.t("Delete"),
  }),

  async act(services, { groupId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "managedAccounts")).deleteGroup(groupId);
    services.log.info(`Deleted account group ${groupId}`);
  },
};
