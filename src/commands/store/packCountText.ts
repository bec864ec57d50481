import * as l10n from "@vscode/l10n";

/** A number of integration packs, such as "3 integration packs". */
export function packCountText(count: number): string {
  return count === 1 ? l10n.t("1 integration pack") : l10n.t("{0} integration packs", count);
}
