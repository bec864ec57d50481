import * as l10n from "@vscode/l10n";
import { accountsOf, type AccountGroup, type ManagedAccount } from "../../model/pack/accountGroup.ts";
import type { NamedPack } from "../../model/pack/pack.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Confirmed } from "../../ui/ask/confirmed.ts";
import { pick } from "../../ui/ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import type { Chosen } from "../confirmation.ts";

/** A pack and an account, with the account groups of the backend. */
export interface Installation extends Chosen {
  readonly groups: readonly AccountGroup[];
  readonly packId: string;
  readonly accountId: string;
}

/** A question for a pack and an account. Both titles name what is known already. */
export interface InstallationQuestion {
  readonly accountTitle: (pack: NamedPack | undefined) => string;
  readonly packTitle: (account: ManagedAccount | undefined) => string;
  /** The packs that can be picked for an account. */
  readonly packs: (groups: readonly AccountGroup[], accountId: string) => readonly NamedPack[];
  /** The message when there is nothing to pick. */
  readonly none: string;
}

/**
 * The pack and the account that a command is about: from the arguments, from the row, or picked by a person, who picks the
 * account first. Nothing when the person cancels.
 */
export async function installationOf(
  services: Pick<Services, "backend">,
  { args, onRow }: Call,
  { accountTitle, packTitle, packs, none }: InstallationQuestion,
): Promise<Installation | undefined> {
  const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
  const subject = rowSubject(args[0]);
  const givenPack = textArgument(args, 0) ?? subject.packId;
  const offers = (accountId: string) =>
    packs(groups, accountId).filter(({ packId }) => givenPack === undefined || packId === givenPack);
  let accountId = textArgument(args, 1) ?? subject.accountId;
  let chosen: Confirmed | undefined = onRow;
  if (accountId === undefined) {
    const accounts = accountsOf(groups).filter((account) => offers(account.accountId).length > 0);
    const [pack] = givenPack === undefined ? [] : accounts.flatMap((account) => offers(account.accountId));
    const picks = accounts.map(({ accountId, name }) => ({ label: name, value: accountId }));
    const picked = await pick(accountTitle(pack), picks, none, l10n.t("Select an account"));
    if (!picked) return undefined;
    accountId = picked.value;
    chosen = picked.confirmed;
  }
  if (givenPack !== undefined) return { groups, packId: givenPack, accountId, chosen };
  const account = accountsOf(groups).find((each) => each.accountId === accountId);
  const picks = offers(accountId).map(({ packId, name }) => ({ label: name, value: packId }));
  const picked = await pick(packTitle(account), picks, none, l10n.t("Select an integration pack"));
  return picked && { groups, packId: picked.value, accountId, chosen: picked.confirmed };
}

/** The names of a pack and of an account, for a question; their ids where they are not known. */
export async function installationNames(
  { backend }: Pick<Services, "backend">,
  { groups, packId, accountId }: Installation,
): Promise<{ packName: string; accountName: string }> {
  const { name } = await (await backend.get()).getPack(packId);
  const account = accountsOf(groups).find((each) => each.accountId === accountId);
  return { packName: name, accountName: account?.name ?? accountId };
}
