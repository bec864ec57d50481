import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";

/** What a release changes in a pack, such as "1 new, 2 upgraded"; that nothing changes where nothing does. */
export function countedChanges(changes: readonly ReleaseChange[]): string {
  const count = (kind: ReleaseChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const counted = [
    [count("rollBack"), (number: number) => l10n.t("{0} rolled back", number)],
    [count("removed"), (number: number) => l10n.t("{0} removed", number)],
    [count("new"), (number: number) => l10n.t("{0} new", number)],
    [count("upgrade"), (number: number) => l10n.t("{0} upgraded", number)],
  ] as const;
  const named = counted.filter(([number]) => number > 0).map(([number, name]) => name(number));
  return named.length > 0 ? listed(named) : l10n.t("Nothing changes");
}
