import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../base/language.ts";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
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
  /** The packs to add: one, or those of several selected rows. */
  readonly packIds: readonly string[];
  readonly groupId: string;
}

/** Shares released packs with an account group (rule 9). */
export const addToAccountGroup: ConfirmedCommand<Sharing> = {
  async find(services, { args, rows = [] }) {
    const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
    const rowGroup = groups.find(({ groupId }) => groupId === rowSubject(args[0]).groupId);
    if (rowGroup) return pickPackFor(services, rowGroup);
    if (rows.length > 1) {
      const ids = new Set(rows.map((row) => rowSubject(row).packId));
      const packs = await (await services.backend.get()).listPackSummaries();
      return pickGroup(
        services,
        groups,
        packs.filter(({ packId }) => ids.has(packId)),
      );
    }
    const packId = await packIdOf(services, args[0], {
      title: l10n.t("Add to Account Group"),
      offer: (pack) => pack.released,
      none: l10n.t("There is no released integration pack to add. Release a pack first."),
    });
    if (packId === undefined) return undefined;
    const given = textArgument(args, 1);
    if (given !== undefined) return { packIds: [packId], groupId: given, chosen: undefined };
    const pack = await (await services.backend.get()).getPack(packId);
    return pickGroup(services, groups, [pack]);
  },

  // Only for arguments, which name one pack.
  async question(services, { packIds: [packId = ""], groupId }) {
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

  async act(services, { packIds, groupId }, confirmed) {
    const accountGroups = await facetOf(services.changes(confirmed), "accountGroups");
    for (const packId of packIds) {
      await accountGroups.addPack(packId, groupId);
      services.log.info(`Added pack ${packId} to account group ${groupId}`);
    }
    void showInformation(
      plural(
        packIds.length,
        l10n.t("The account group receives the releases of the pack from now on."),
        l10n.t("The account group receives the releases of {0} packs from now on.", packIds.length),
      ),
    );
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
  return picked && { packIds: [picked.value], groupId, chosen: picked.confirmed };
}

/** Asks for a group that lacks one of the packs; also offers a new group if the backend can create one. */
async function pickGroup(
  services: Services,
  groups: readonly AccountGroup[],
  packs: readonly { readonly packId: string; readonly name: string }[],
): Promise<Sharing | undefined> {
  const backend = await services.backend.get();
  const lacking = (group: AccountGroup | undefined) =>
    packs.filter(({ packId }) => !group?.packs.some((pack) => pack.packId === packId));
  const picks: ValuePick<string>[] = groups
    .filter((group) => lacking(group).length > 0)
    .map(({ groupId, name, accounts }) => ({
      label: name,
      description: countAccounts(accounts.length),
      value: groupId,
    }));
  if (backend.managedAccounts)
    picks.push({ icon: "add", label: l10n.t("New Account Group…"), value: newGroup });
  const picked = await pick(
    l10n.t("Add to Account Group: {0}", listed(packs.map(({ name }) => name))),
    picks,
    plural(
      packs.length,
      l10n.t("All account groups have the pack already."),
      l10n.t("All account groups have these packs already."),
    ),
    l10n.t("Select an account group"),
  );
  const answer = picked?.value === newGroup ? await askAndCreateGroup(services) : picked;
  if (!answer) return undefined;
  const group = groups.find(({ groupId }) => groupId === answer.value);
  return {
    packIds: lacking(group).map(({ packId }) => packId),
    groupId: answer.value,
    chosen: answer.confirmed,
  };
}
