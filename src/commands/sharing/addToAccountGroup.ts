import { t } from "@vscode/l10n";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { pick, type ValuePick } from "../ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { askAndCreateGroup } from "./askAndCreateGroup.ts";

/** The value of the pick that creates a group; no group has this id. */
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

/** Asks for a group that does not have the pack; also offers a new group if the backend can create one. */
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
  return picked === newGroup ? askAndCreateGroup(services) : picked;
}
