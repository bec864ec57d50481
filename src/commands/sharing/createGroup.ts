import * as l10n from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { askForGroupName } from "./askAndCreateGroup.ts";

interface Creation extends Chosen {
  readonly name: string;
}

/** Creates an account group. The argument is its name. */
export const createGroup: ConfirmedCommand<Creation> = {
  async find(services, { args }) {
    await facetOf(services, "managedAccounts");
    const given = textArgument(args, 0);
    if (given !== undefined) return { name: given, chosen: undefined };
    const asked = await askForGroupName(services);
    return asked && { name: asked.value, chosen: asked.confirmed };
  },

  question: (_, { name }) => ({
    message: l10n.t('Create the account group "{0}"?', name),
    detail: [l10n.t("It has no packs and no accounts at first.")],
    button: l10n.t("Create"),
  }),

  async act(services, { name }, confirmed) {
    const managedAccounts = await facetOf(services.changes(confirmed), "managedAccounts");
    const groupId = await managedAccounts.createGroup(name);
    services.log.info(`Created account group ${groupId}`);
    await services.accountGroupsView.reveal(groupId);
  },
};
