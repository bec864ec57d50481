import { t } from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import { accountsOf, type AccountGroup, type ManagedAccount } from "../../model/pack/accountGroup.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { Services } from "../command.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "./pickers.ts";
import { rowSubject } from "./rowSubject.ts";

/** The account group that a command is about; nothing when the person cancels. @throws `NotFound`, `Unsupported` */
export async function groupOf(
  services: Services,
  arg: unknown,
  title: string,
): Promise<AccountGroup | undefined> {
  const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
  const picks = groups.map((group) => ({ label: withoutIcons(group.name), value: group.groupId }));
  const given = typeof arg === "string" ? arg : rowSubject(arg).groupId;
  const groupId = given ?? (await pick(title, picks, t("There are no account groups. Create one first.")));
  if (groupId === undefined) return undefined;
  const found = groups.find((group) => group.groupId === groupId);
  if (!found) throw sharingErrors.accountGroupNotFound(groupId);
  return found;
}

/** The account that a command is about; nothing when the person cancels. @throws `NotFound`, `Unsupported` */
export async function accountOf(
  services: Services,
  arg: unknown,
  title: string,
): Promise<ManagedAccount | undefined> {
  const accounts = accountsOf(await (await facetOf(services, "accountGroups")).listAccountGroups());
  const picks = accounts.map((account) => ({ label: withoutIcons(account.name), value: account.accountId }));
  const given = typeof arg === "string" ? arg : rowSubject(arg).accountId;
  const accountId = given ?? (await pick(title, picks, t("There are no accounts. Create one first.")));
  if (accountId === undefined) return undefined;
  const found = accounts.find((account) => account.accountId === accountId);
  if (!found) throw sharingErrors.accountNotFound(accountId);
  return found;
}
