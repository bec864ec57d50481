import { t } from "@vscode/l10n";

/** So many integration packs, in words. */
export function packCountText(count: number): string {
  return count === 1 ? t("1 integration pack") : t("{0} integration packs", count);
}
