import * as l10n from "@vscode/l10n";
import type { ChangeKind } from "./changeKind.ts";

/** What a release does to a component, in a word. */
export function describeChangeKind(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return l10n.t("new");
    case "upgrade":
      return l10n.t("upgrade");
    case "rollBack":
      return l10n.t("roll-back");
    case "removed":
      return l10n.t("removed");
    case "unchanged":
      return l10n.t("unchanged");
  }
}
