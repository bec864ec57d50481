import * as l10n from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { pick, type ValuePick } from "../../ui/ask/pick.ts";
import { showInformation } from "../../ui/notifications.ts";
import { countAccounts } from "../../ui/counts.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Services } from "../command.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { askAndCreateGroup } from "./askAndCreateGroup.ts";

/** The value of the pick that creates a group; no group has this id. */
const newGroup = "";

interface Sharing extends Chosen {
  readonly packId: string;
  readonly groupId: string;
}

/** Shares a released pack with an account group (rule 9). */
export const addToAccountGroup: ConfirmedCommand<Sharing> = {
  async find(services, { args }) {
    const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
    const rowGroup = groups.find(({ groupId }) => groupId === rowSubject(args[0]).groupId);
    if (rowGroup) return pickPackFor(services, rowGroup);
    const packId = await packIdOf(services, args[0], {
      title: l10n.t("Add to Account Group"),
      offer: (pack) => pack.released,
      none: l10n.t("There is no released integration pack to add. Release a pack first."),
    });
    if (packId === undefined) return undefined;
    const given = textArgument(args, 1);
    if (given !== undefined) return { packId, groupId: given, chosen: undefined };
    const picked = await pickGroup(services, groups, packId);
    return picked && { packId, groupId: picked.value, chosen: picked.confirmed };
  },

  async question(services, { packId, groupId }) {
    const { name } = await (await services.backend.get()).getPack(packId);
    const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
    const group = groups.find((each) => each.groupId === groupId);
    if (!group) throw sharingErrors.accountGroupNotFound(groupId);
    return {
      message: l10n.t('Add "{0}" to the account group "{1}"?', name, group.name),
      detail: [
        l10n.t(
          "The accounts of the group can install the pack and receive its releases from now on. Accounts in the group: {0}.",
          group.accounts.length,
        ),
      ],
      button: l10n.t("Add"),
    };
  },

  async act(services, { packId, groupId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "accountGroups")).addPack(packId, groupId);
    services.log.info(`Added pack ${packId} to account group ${groupId}`);
    void showInformation(l10n.t("The account group receives the releases of the pack from now on."));
  },
};

/** Asks for a released pack that the group does not have. */
async function pickPackFor(
  { backend }: Services,
  { groupId, name, packs }: AccountGroup,
): Promise<Sharing | undefined> {
  const summaries = await (await backend.get()).listPackSummaries();
  const picks = summaries
    .filter(({ packId, released }) => released && !packs.some((pack) => pack.packId === packId))
    .map((pack) => ({ label: pack.name, detail: pack.description, value: pack.packId }));
  const picked = await pick(
    l10n.t("Add an Integration Pack to {0}", name),
    picks,
    l10n.t("There is no released integration pack to add. Release a pack first."),
    l10n.t("Select an integration pack"),
  );
  return picked && { packId: picked.value, groupId, chosen: picked.confirmed };
}

/** Asks for a group that does not have the pack; also offers a new group if the backend can create one. */
async function pickGroup(
  services: Services,
  groups: readonly AccountGroup[],
  packId: string,
): Promise<Answer<string> | undefined> {
  const backend = await services.backend.get();
  const { name: packName } = await backend.getPack(packId);
  const picks: ValuePick<string>[] = groups
    .filter(({ packs }) => !packs.some((pack) => pack.packId === packId))
    .map(({ groupId, name, accounts }) => ({
      label: name,
      description: countAccounts(accounts.length),
      value: groupId,
    }));
  if (backend.managedAccounts)
    picks.push({ icon: "add", label: l10n.t("New Account Group…"), value: newGroup });
  const picked = await pick(
    l10n.t("Add to Account Group: {0}", packName),
    picks,
    l10n.t("All account groups have the pack already."),
    l10n.t("Select an account group"),
  );
  return picked?.value === newGroup ? askAndCreateGroup(services) : picked;
}
