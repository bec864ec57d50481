import { t } from "@vscode/l10n";
import {
  accountsOf,
  installablePacks,
  installedPacks,
  type AccountGroup,
  type NamedPack,
} from "../../model/pack/accountGroup.ts";
import { confirm } from "../../ui/confirm.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Call, Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "../ask/pickers.ts";
import { rowSubject, textArgument } from "../ask/rowSubject.ts";

/** Installs the latest release of a pack in an account that it is shared with. */
export async function installPack(services: Services, call: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const target = await targetOf(services, call, {
    title: t("Install Integration Pack"),
    packs: installablePacks,
    none: t(
      "There is no account without the pack that it is shared with. Add the pack to an account group first.",
    ),
  });
  if (!target) return;
  await managedAccounts.install(target.packId, target.accountId);
  services.log.info(`Installed pack ${target.packId} in account ${target.accountId}`);
}

/** Takes a pack out of an account; a person is asked first. */
export async function uninstallPack(services: Services, call: Call): Promise<void> {
  const managedAccounts = await facetOf(services, "managedAccounts");
  const target = await targetOf(services, call, {
    title: t("Uninstall Integration Pack"),
    packs: installedPacks,
    none: t("There is no account in which the pack is installed."),
  });
  if (!target || (call.byPerson && !(await isConfirmed(target)))) return;
  await managedAccounts.uninstall(target.packId, target.accountId);
  services.log.info(`Uninstalled pack ${target.packId} from account ${target.accountId}`);
}

interface Target {
  readonly groups: readonly AccountGroup[];
  readonly packId: string;
  readonly accountId: string;
}

interface TargetQuestion {
  readonly title: string;
  /** Which packs can be chosen for an account. */
  readonly packs: (groups: readonly AccountGroup[], accountId: string) => readonly NamedPack[];
  readonly none: string;
}

/** The pack and the account: from code, from the row, or asked for: the account first, then the pack. */
async function targetOf(
  services: Services,
  { args }: Call,
  { title, packs, none }: TargetQuestion,
): Promise<Target | undefined> {
  const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
  const subject = rowSubject(args[0]);
  const givenPack = textArgument(args, 0) ?? subject.packId;
  const offers = (accountId: string) =>
    packs(groups, accountId).filter(({ packId }) => givenPack === undefined || packId === givenPack);
  const accounts = accountsOf(groups)
    .filter(({ accountId }) => offers(accountId).length > 0)
    .map(({ accountId, name }) => ({ label: withoutIcons(name), value: accountId }));
  const accountId = textArgument(args, 1) ?? subject.accountId ?? (await pick(title, accounts, none));
  if (accountId === undefined) return undefined;
  const picks = offers(accountId).map(({ packId, name }) => ({ label: withoutIcons(name), value: packId }));
  const packId = givenPack ?? (await pick(title, picks, none));
  return packId === undefined ? undefined : { groups, packId, accountId };
}

function isConfirmed({ groups, packId, accountId }: Target): Promise<boolean> {
  const account = accountsOf(groups).find((each) => each.accountId === accountId);
  const pack = installedPacks(groups, accountId).find((each) => each.packId === packId);
  return confirm(
    t('Uninstall "{0}" from "{1}"?', pack?.name ?? packId, account?.name ?? accountId),
    t(
      "The account no longer runs the pack. It can be installed again while the pack is shared with the account.",
    ),
    t("Uninstall"),
  );
}
