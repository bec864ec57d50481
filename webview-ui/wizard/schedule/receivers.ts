import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import type { PackSharing } from "../../../src/model/pack/accountGroup.ts";

/** How many names a sentence has before it only counts the rest. */
const mostNames = 5;

/** The account groups and accounts that the release reaches, as sentences. Accounts only where they are known. */
export function receiversOf({ groups, installations = [] }: PackSharing): string[] {
  const accounts = [...new Set(installations.map(({ accountName }) => accountName))];
  return [
    ...(groups.length === 0 ? [] : [l10n.t("Account groups: {0}", listed(groups.map(({ name }) => name)))]),
    ...(accounts.length === 0 ? [] : [l10n.t("Accounts: {0}", firstNames(accounts))]),
  ];
}

function firstNames(names: readonly string[]): string {
  const rest = names.length - mostNames;
  const shown = listed(names.slice(0, mostNames));
  return rest > 0 ? l10n.t("{0} and {1} more", shown, rest) : shown;
}
