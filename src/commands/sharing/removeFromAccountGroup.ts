import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { pick } from "../ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Services, Call } from "../command.ts";

/** Stops sharing a pack with an account group. */
export async function removeFromAccountGroup(services: Services, { args, byPerson }: Call): Promise<void> {
  const facet = await facetOf(services, "accountGroups");
  const title = t("Remove from Account Group");
  const groups = await facet.listAccountGroups();
  const shared = new Set(groups.flatMap(({ packs }) => packs.map(({ packId }) => packId)));
  const packId = await packIdOf(services, args[0], {
    title,
    offer: (pack) => shared.has(pack.packId),
    none: t("No integration pack is in an account group."),
  });
  if (packId === undefined) return;
  const given = rowSubject(args[0]).groupId ?? textArgument(args, 1);
  const picks = groups
    .filter(({ packs }) => packs.some((pack) => pack.packId === packId))
    .map(({ groupId, name }) => ({ label: withoutIcons(name), value: groupId }));
  const groupId = given ?? (await pick(title, picks, t("The pack is in no account group.")));
  if (groupId === undefined) return;
  await facet.removePack(packId, groupId);
  services.log.info(`Removed pack ${packId} from account group ${groupId}`);
  if (byPerson)
    void showInformation(t("The group gets no new installations; where the pack is installed, it stays."));
}
