import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import type { VersionChange } from "./versionChange.ts";

/** The number of changes that `describeChanges` names. */
const namedChanges = 3;

/** One change in a few words, such as "Create Order 1.0 → 1.1". */
export function describeChange({
  componentName,
  from,
  to,
  kind,
}: Pick<VersionChange, "componentName" | "from" | "to" | "kind">): string {
  switch (kind) {
    case "new":
      return l10n.t("{0} {1} new", componentName, to);
    case "removed":
      return l10n.t("{0} {1} removed", componentName, from);
    case "rollBack":
      return l10n.t("{0} {1} → {2} (roll-back)", componentName, from, to);
    case "upgrade":
      return l10n.t("{0} {1} → {2}", componentName, from, to);
    case "unchanged":
      return l10n.t("{0} {1} unchanged", componentName, to);
  }
}

/** The changes in one line: the first three, and how many more there are. */
export function describeChanges(changes: readonly VersionChange[]): string {
  if (changes.length === 0) return l10n.t("nothing changed");
  const first = listed(changes.slice(0, namedChanges).map(describeChange));
  return changes.length > namedChanges
    ? l10n.t("{0} and {1} more", first, changes.length - namedChanges)
    : first;
}
