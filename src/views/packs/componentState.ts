import * as l10n from "@vscode/l10n";
import type { PackComponent } from "../../model/pack/pack.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { RowDecoration } from "../../ui/rowDecoration.ts";

/** What the next release changes in a component, in a few words, such as "1.0 → 2.0". */
export function componentState(component: PackComponent): string {
  const { currentVersion, deleted } = component;
  return deleted ? joinParts([l10n.t("marked for removal"), currentVersion]) : stateInPack(component);
}

/** The same in a word or two, which a narrow view shows whole. */
export function shortComponentState(component: PackComponent): string {
  const { currentVersion, deleted } = component;
  return deleted ? joinParts([l10n.t("removed"), currentVersion]) : stateInPack(component);
}

function stateInPack(component: PackComponent): string {
  const { currentVersion, pendingVersion, latestVersion } = component;
  if (currentVersion === "") return joinParts([l10n.t("new"), pendingVersion || latestVersion]);
  return joinParts([
    hasOtherPending(component) ? l10n.t("{0} → {1}", currentVersion, pendingVersion) : currentVersion,
    latestVersion !== "" && latestVersion !== pendingVersion && l10n.t("{0} available", latestVersion),
  ]);
}

/** The badge and color of a component: N for new, D for Deleted in Pending, P for a pending version, A for an available one. */
export function componentDecoration(component: PackComponent): RowDecoration {
  const { currentVersion, latestVersion, deleted } = component;
  if (deleted) return { badge: l10n.t("D"), color: "integrationPacks.removedForeground" };
  if (currentVersion === "") return { badge: l10n.t("N"), color: "integrationPacks.newForeground" };
  if (hasOtherPending(component)) return { badge: l10n.t("P"), color: "integrationPacks.changedForeground" };
  return latestVersion === "" ? {} : { badge: l10n.t("A"), color: "integrationPacks.changedForeground" };
}

function hasOtherPending({ currentVersion, pendingVersion }: PackComponent): boolean {
  return pendingVersion !== "" && pendingVersion !== currentVersion;
}
