import * as l10n from "@vscode/l10n";
import { listed, plural } from "../../../src/base/language.ts";
import type { PackSharing } from "../../../src/model/pack/accountGroup.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";

/** A pack of a plan: what changes in it, and who receives that; `sharing` is left out while it is not known. */
interface SummedPack {
  readonly changes: readonly ReleaseChange[];
  readonly sharing?: PackSharing | undefined;
}

/** The sum of a plan, such as "3 packs, 12 components change, 7 accounts". The accounts are left out where they are not known. */
export function planSum(packs: readonly SummedPack[]): string {
  const changing = packs.filter(({ changes }) => changes.some(isChange));
  const components = packs.reduce((sum, { changes }) => sum + changes.filter(isChange).length, 0);
  const accounts = countAccounts(changing);
  return listed([
    plural(packs.length, l10n.t("{0} pack", packs.length), l10n.t("{0} packs", packs.length)),
    plural(
      components,
      l10n.t("{0} component changes", components),
      l10n.t("{0} components change", components),
    ),
    ...(accounts === undefined
      ? []
      : [plural(accounts, l10n.t("{0} account", accounts), l10n.t("{0} accounts", accounts))]),
  ]);
}

function isChange({ kind }: ReleaseChange): boolean {
  return kind !== "unchanged";
}

/** How many accounts have one of the packs installed, each counted once. */
function countAccounts(packs: readonly SummedPack[]): number | undefined {
  const ids = new Set<string>();
  for (const { sharing } of packs) {
    if (!sharing?.installations) return undefined;
    for (const { accountId } of sharing.installations) ids.add(accountId);
  }
  return ids.size;
}
