import { t } from "@vscode/l10n";
import type { ChangeKind } from "./changeKind.ts";

/** What a release does to a component, in a word. */
export function describeChangeKind(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return t("new");
    case "upgrade":
      return t("upgrade");
    case "rollBack":
      return t("roll-back");
    case "removed":
      return t("removed");
    case "unchanged":
      return t("unchanged");
  }
}
