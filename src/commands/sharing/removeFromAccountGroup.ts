import { t } from "@vscode/l10n";
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
      title: t("Remove from Account Group"),
      offer: (pack) => shared.has(pack.packId),
      none: t("No integration pack is in an account group."),
    });
    if (packId === undefined) return undefined;
    const pack = await (await services.backend.get()).getPack(packId);
    const having = groups.filter(({ packs }) => packs.some((each) => each.packId === packId));
    const picks = having.map((group) => ({ label: group.name, value: group.groupId }));
    const given = rowSubject(args[0]).groupId ?? textArgument(args, 1);
    const title = t("Remove from Account Group: {0}", pack.name);
    const none = t("The pack is in no account group.");
    const groupId = given ?? (await pick(title, picks, none, t("Select an account group")))?.value;
    if (groupId === undefined) return undefined;
    const group = groups.find((each) => each.groupId === groupId);
    if (!group) throw sharingErrors.accountGroupNotFound(groupId);
    if (!having.includes(group)) throw sharingErrors.packNotInGroup(pack.name, group.name);
    return { pack, group };
  },

  question: (_, { pack, group }) => ({
    message: t('Remove "{0}" from the account group "{1}"?', pack.name, group.name),
    detail: [t("The accounts of the group can no longer install the pack. It stays where it is installed.")],
    button: t("Remove"),
  }),

  async act(services, { pack, group }, confirmed) {
    const { packId } = pack;
    await (await facetOf(services.changes(confirmed), "accountGroups")).removePack(packId, group.groupId);
    services.log.info(`Removed pack ${packId} from account group ${group.groupId}`);
    void showInformation(t('"{0}" was removed from the account group "{1}".', pack.name, group.name));
  },
};
