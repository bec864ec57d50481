import * as l10n from "@vscode/l10n";
import { plural } from "../base/language.ts";

/** A number of packs. */
export function countPacks(count: number): string {
  return plural(count, l10n.t("{0} pack", count), l10n.t("{0} packs", count));
}

/** A number of accounts. */
export function countAccounts(count: number): string {
  return plural(count, l10n.t("{0} account", count), l10n.t("{0} accounts", count));
}
