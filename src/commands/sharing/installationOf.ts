import { accountsOf, type AccountGroup } from "../../model/pack/accountGroup.ts";
import type { NamedPack } from "../../model/pack/pack.ts";
import { facetOf } from "../../session/facetOf.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { pick } from "../ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";

/** A pack and an account, with the account groups of the backend. */
export interface Installation {
  readonly groups: readonly AccountGroup[];
  readonly packId: string;
  readonly accountId: string;
}

interface InstallationQuestion {
  readonly title: string;
  /** The packs that can be picked for an account. */
  readonly packs: (groups: readonly AccountGroup[], accountId: string) => readonly NamedPack[];
  /** The message when there is nothing to pick. */
  readonly none: string;
}

/**
 * The pack and the account that a command is about: from code, from the row, or picked by a person, who picks the account
 * first. Nothing when the person cancels.
 */
export async function installationOf(
  services: Services,
  { args }: Call,
  { title, packs, none }: InstallationQuestion,
): Promise<Installation | undefined> {
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
