import * as l10n from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { NamedPack } from "../../model/pack/pack.ts";
import type { AccountGroupReference } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "../../ui/ask/pick.ts";
import { showInformation } from "../../ui/notifications.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

interface SharedPack {
  readonly pack: NamedPack;
  readonly group: AccountGroupReference;
}

/** Stops sharing a pack with an account group. */
export const removeFromAccountGroup: ConfirmedCommand<SharedPack> = {
  async find(services, { args }) {
    const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
    const shared = new Set(groups.flatMap(({ packs }) => packs.map(({ packId }) => packId)));
    const packId = await packIdOf(services, args[0], {
      title: l10n.t("Remove from Account Group"),
      offer: (pack) => shared.has(pack.packId),
      none: l10n.t("No integration pack is in an account group."),
    });
    if (packId === undefined) return undefined;
    const pack = await (await services.backend.get()).getPack(packId);
    const having = groups.filter(({ packs }) => packs.some((each) => each.packId === packId));
    const picks = having.map((group) => ({ label: group.name, value: group.groupId }));
    const given = rowSubject(args[0]).groupId ?? textArgument(args, 1);
    const title = l10n.t("Remove from Account Group: {0}", pack.name);
    const none = l10n.t("The pack is in no account group.");
    const groupId = given ?? (await pick(title, picks, none, l10n.t("Select an account group")))?.value;
    if (groupId === undefined) return undefined;
    const group = groups.find((each) => each.groupId === groupId);
    if (!group) throw sharingErrors.accountGroupNotFound(groupId);
    if (!having.includes(group)) throw sharingErrors.packNotInGroup(pack.name, group.name);
    return { pack, group };
  },

  question: (_, { pack, group }) => ({
    message: l10n.t('Remove "{0}" from the account group "{1}"?', pack.name, group.name),
    detail: [
      l10n.t("The accounts of the group can no longer install the pack. It stays where it is installed."),
    ],
    button: l10n.t("Remove"),
  }),

  async act(services, { pack, group }, confirmed) {
    const { packId } = pack;
    await (await facetOf(services.changes(confirmed), "accountGroups")).removePack(packId, group.groupId);
    services.log.info(`Removed pack ${packId} from account group ${group.groupId}`);
    void showInformation(l10n.t('"{0}" was removed from the account group "{1}".', pack.name, group.name));
  },
};
