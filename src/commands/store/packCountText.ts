import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";

/** A number of integration packs, such as "3 integration packs". */
export function packCountText(count: number): string {
  return plural(count, l10n.t("{0} integration pack", count), l10n.t("{0} integration packs", count));
}
