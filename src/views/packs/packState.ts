import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import { mostCountedChanges, type PackSummary } from "../../model/pack/pack.ts";
import { formatDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { RowDecoration } from "../../ui/rowDecoration.ts";
import {
  attention,
  describeSchedule,
  needsDecision,
  scheduleDecoration,
  shortSchedule,
} from "../schedulePresentation.ts";
import { shortDoubt } from "../doubtPresentation.ts";
import { describeUnsettled, shortUnsettled } from "../unsettledPresentation.ts";

/** The state of a pack as its row shows it, such as "3 changes". What needs a person comes first, then the date of a release. */
export function shortPackState({
  unsettled,
  scheduled,
  deploymentModel,
  doubt,
  ...pack
}: PackSummary): string {
  return joinParts([
    unsettled && shortUnsettled(unsettled),
    scheduled && shortSchedule(scheduled),
    doubt ? shortDoubt(doubt) : shortContent(pack),
    deploymentModel === "legacy" && l10n.t("legacy"),
  ]);
}

/** What a release of the pack would change, in a word or two. */
function shortContent({
  componentCount,
  released,
  changeCount,
}: Pick<PackSummary, "componentCount" | "released" | "changeCount">): string {
  if (componentCount === 0) return l10n.t("no components");
  if (!released) return l10n.t("new");
  if (changeCount === 0) return l10n.t("up to date");
  if (changeCount === mostCountedChanges) return l10n.t("9+ changes");
  return plural(changeCount, l10n.t("{0} change", changeCount), l10n.t("{0} changes", changeCount));
}

/** The state of a pack in full, for its hover and for a screen reader. */
export function fullPackState(pack: PackSummary): string {
  const { componentCount, released, changeCount, lastReleasedAt, scheduled, unsettled, doubt } = pack;
  const decision = scheduled && needsDecision(scheduled) ? describeSchedule(scheduled) : undefined;
  return joinParts([
    unsettled && describeUnsettled(unsettled),
    decision,
    doubt && shortDoubt(doubt),
    pack.deploymentModel === "legacy" && l10n.t("legacy"),
    componentCount === 0 && l10n.t("no components"),
    componentCount > 0 && !released && l10n.t("never released"),
    released && !doubt && changeCount > 0 && describeChangeCount(changeCount),
    released && changeCount === 0 && describeRelease(lastReleasedAt),
    decision === undefined && scheduled && describeSchedule(scheduled),
  ]);
}

function describeChangeCount(count: number): string {
  if (count === mostCountedChanges) return l10n.t("more than 9 changes to release");
  return plural(count, l10n.t("{0} change to release", count), l10n.t("{0} changes to release", count));
}

function describeRelease(lastReleasedAt: string | undefined): string {
  return lastReleasedAt === undefined
    ? l10n.t("up to date")
    : l10n.t("up to date, released {0}", formatDate(lastReleasedAt));
}

/** The badge and color of a pack: what its row shows first. */
export function packDecoration(pack: PackSummary): RowDecoration {
  const { unsettled, scheduled, released, changeCount, doubt } = pack;
  if (unsettled?.state === "unknown" || doubt) return attention;
  if (scheduled) return scheduleDecoration(scheduled);
  if (changeCount === 0) return {};
  if (!released) return { badge: l10n.t("N"), color: "integrationPacks.newForeground" };
  const badge = changeCount === mostCountedChanges ? l10n.t("9+") : String(changeCount);
  return { badge, color: "integrationPacks.changedForeground" };
}
