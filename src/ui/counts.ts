import { t } from "@vscode/l10n";

/** A number of packs. */
export function countPacks(count: number): string {
  return count === 1 ? t("1 pack") : t("{0} packs", count);
}

/** A number of accounts. */
export function countAccounts(count: number): string {
  return count === 1 ? t("1 account") : t("{0} accounts", count);
}
