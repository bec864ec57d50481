import * as l10n from "@vscode/l10n";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { AccountGroup } from "../../model/pack/accountGroup.ts";
import { facetOf } from "../../session/facetOf.ts";
import { pick } from "../../ui/ask/pick.ts";
import { rowSubject } from "../ask/rowSubject.ts";
import type { Services } from "../command.ts";

/**
 * The account group that a command is about: the one with the id from the arguments, the row's group, or the one that a person
 * picks. Nothing when the person cancels.
 *
 * @throws `NotFound`, `Unsupported`
 */
export async function groupOf(
  services: Services,
  arg: unknown,
  title: string,
): Promise<AccountGroup | undefined> {
  const groups = await (await facetOf(services, "accountGroups")).listAccountGroups();
  const picks = groups.map(({ groupId, name }) => ({ label: name, value: groupId }));
  const given = typeof arg === "string" ? arg : rowSubject(arg).groupId;
  const none = l10n.t("There are no account groups. Create one first.");
  const groupId = given ?? (await pick(title, picks, none, l10n.t("Select an account group")))?.value;
  if (groupId === undefined) return undefined;
  const found = groups.find((group) => group.groupId === groupId);
  if (!found) throw sharingErrors.accountGroupNotFound(groupId);
  return found;
}
