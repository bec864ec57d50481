import { t } from "@vscode/l10n";

/** A number of integration packs, such as "3 integration packs". */
export function packCountText(count: number): string {
  return count === 1 ? t("1 integration pack") : t("{0} integration packs", count);
}
