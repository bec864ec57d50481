import * as l10n from "@vscode/l10n";
import type { ChangeKind } from "../../../src/model/release/changeKind.ts";

/** What a release does to a component, in one word. */
export function changeName(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return l10n.t("New");
    case "upgrade":
      return l10n.t("Upgrade");
    case "rollBack":
      return l10n.t("Roll-back");
    case "removed":
      return l10n.t("Removed");
    case "unchanged":
      return l10n.t("Unchanged");
  }
}
