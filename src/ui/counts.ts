import * as l10n from "@vscode/l10n";

/** A number of packs. */
export function countPacks(count: number): string {
  return count === 1 ? l10n.t("1 pack") : l10n.t("{0} packs", count);
}

/** A number of accounts. */
export function countAccounts(count: number): string {
  return count === 1 ? l10n.t("1 account") : l10n.t("{0} accounts", count);
}
