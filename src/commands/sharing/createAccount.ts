import { t } from "@vscode/l10n";
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
    const group = await groupOf(services, args[0], t("Create Account"));
    if (!group) return undefined;
    const given = textArgument(args, 1);
    if (given !== undefined) return { group, name: given.trim(), chosen: undefined };
    const asked = await multiStep(t("Create Account in {0}", group.name), 1, (steps) =>
      steps.text({ prompt: t("Name of the account"), problem: nameProblem }),
    );
    return asked && { group, name: asked.value.trim(), chosen: asked.confirmed };
  },

  question: (_, { group, name }) => ({
    message: t('Create the account "{0}" in the account group "{1}"?', name, group.name),
    detail: [t("It can install the packs that are shared with the group.")],
    button: t("Create"),
  }),

  async act(services, { group, name }, confirmed) {
    const managedAccounts = await facetOf(services.changes(confirmed), "managedAccounts");
    const accountId = await managedAccounts.createAccount(group.groupId, name);
    services.log.info(`Created account ${accountId} in account group ${group.groupId}`);
    await services.accountGroupsView.reveal(group.groupId);
  },
};
