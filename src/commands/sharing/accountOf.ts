import * as l10n from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import { accountsOf, type ManagedAccount } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "../../ui/ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import type { Services } from "../command.ts";

/**
 * The account that a command is about: the one with the id from the arguments, the row's account, or the one that a person
 * picks. Nothing when the person cancels.
 *
 * @throws `NotFound`, `Unsupported`
 */
export async function accountOf(
  services: Services,
  arg: unknown,
  title: string,
): Promise<ManagedAccount | undefined> {
  const accounts = accountsOf(await (await facetOf(services, "accountGroups")).listAccountGroups());
  const picks = accounts.map(({ accountId, name }) => ({ label: name, value: accountId }));
  const given = typeof arg === "string" ? arg : rowSubject(arg).accountId;
  const none = l10n.t("There are no accounts. Create one first.");
  const accountId = given ?? (await pick(title, picks, none, l10n.t("Select an account")))?.value;
  if (accountId === undefined) return undefined;
  const found = accounts.find((account) => account.accountId === accountId);
  if (!found) throw sharingErrors.accountNotFound(accountId);
  return found;
}
