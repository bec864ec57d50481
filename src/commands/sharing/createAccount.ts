import * as l10n from "@vscode/l10n";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { nameProblem } from "../../model/pack/inputProblems.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { groupOf } from "./groupOf.ts";

interface Creation extends Chosen {
  readonly group: AccountGroup;
  readonly name: string;
}

/** Creates an account in a group. Arguments are the id of the group and the name of the account. */
export const createAccount: ConfirmedCommand<Creation> = {
  async find(services, { args }) {
    await facetOf(services, "managedAccounts");
    const group = await groupOf(services, args[0], l10n.t("Create Account"));
    if (!group) return undefined;
    const given = textArgument(args, 1);
    if (given !== undefined) return { group, name: given.trim(), chosen: undefined };
    const asked = await multiStep(l10n.t("Create Account in {0}", group.name), 1, (steps) =>
      steps.text({ prompt: l10n.t("Name of the account"), problem: nameProblem }),
    );
    return asked && { group, name: asked.value.trim(), chosen: asked.confirmed };
  },

  question: (_, { group, name }) => ({
    message: l10n.t('Create the account "{0}" in the account group "{1}"?', name, group.name),
    detail: [l10n.t("It can install the packs that are shared with the group.")],
    button: l10n.t("Create"),
  }),

  async act(services, { group, name }, confirmed) {
    const managedAccounts = await facetOf(services.changes(confirmed), "managedAccounts");
    const accountId = await managedAccounts.createAccount(group.groupId, name);
    services.log.info(`Created account ${accountId} in account group ${group.groupId}`);
    await services.accountGroupsView.reveal(group.groupId);
  },
};
