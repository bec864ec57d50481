import { t } from "@vscode/l10n";
import type { ChangeKind } from "../../src/model/release/changeKind.ts";

/** What a release does to a component, in one word. */
export function changeName(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return t("New");
    case "upgrade":
      return t("Upgrade");
    case "rollBack":
      return t("Roll-back");
    case "removed":
      return t("Removed");
    case "unchanged":
      return t("Unchanged");
  }
}
