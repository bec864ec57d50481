import { t } from "@vscode/l10n";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Call, Services } from "../command.ts";
import { askForGroup } from "./createGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ValuePick } from "../ask/multiStep.ts";
import { packIdOf, pick } from "../ask/pickers.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** No group has this id. */
const newGroup = "";

/** Shares a released pack with an account group (rule 9). */
export async function addToAccountGroup(services: Services, { args, byPerson }: Call): Promise<void> {
  const facet = await facetOf(services, "accountGroups");
  const title = t("Add to Account Group");
  const groups = await facet.listAccountGroups();
  const rowGroup = groups.find(({ groupId }) => groupId === rowSubject(args[0]).groupId);
  const packId = await packIdOf(services, args[0], {
    title: rowGroup ? t("Add an Integration Pack to {0}", rowGroup.name) : title,
    offer: (pack) => pack.released && !rowGroup?.packs.some(({ packId }) => packId === pack.packId),
    none: t("There is no released integration pack to add. A pack can be added once it has been released."),
  });
  if (packId === undefined) return;
  const groupId =
    rowGroup?.groupId ?? textArgument(args, 1) ?? (await pickGroup(services, title, groups, packId));
  if (groupId === undefined) return;
  await facet.addPack(packId, groupId);
  services.log.info(`Added pack ${packId} to account group ${groupId}`);
  if (byPerson) void showInformation(t("The account group receives the releases of the pack from now on."));
}

/** Where groups are made here, a new one is offered too. */
async function pickGroup(
  services: Services,
  title: string,
  groups: readonly AccountGroup[],
  packId: string,
): Promise<string | undefined> {
  const { managedAccounts } = await services.backend.get();
  const picks: ValuePick<string>[] = groups
    .filter(({ packs }) => !packs.some((pack) => pack.packId === packId))
    .map(({ groupId, name, accounts }) => ({
      label: withoutIcons(name),
      description: t("accounts: {0}", accounts.length),
      value: groupId,
    }));
  if (managedAccounts) picks.push({ label: `$(add) ${t("New Account Group…")}`, value: newGroup });
  const picked = await pick(
    title,
    picks,
    t("There is no account group that does not have the pack already."),
  );
  return picked === newGroup ? askForGroup(services) : picked;
}

/** Ends the sharing of a pack with an account group. */
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
