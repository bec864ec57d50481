import * as l10n from "@vscode/l10n";
import { mostCountedChanges, type PackSummary, type UnsettledRelease } from "../../model/pack/pack.ts";
import type { ReleaseSchedule } from "../../model/schedule/scheduledRelease.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";

type PackState = Pick<PackSummary, "changeCount" | "released" | "scheduled" | "unsettled">;

/** The state of a pack in a few words: what is under way, what is scheduled, and what a release would change. */
export function describePackState({ changeCount, released, scheduled, unsettled }: PackState): string {
  const states = [
    ...(unsettled ? [describeUnsettled(unsettled)] : []),
    ...(scheduled ? [describeSchedule(scheduled)] : []),
    ...(changeCount > 0 ? [describeChangeCount(changeCount)] : []),
  ];
  if (states.length > 0) return states.join(", ");
  return released ? l10n.t("up to date") : l10n.t("never released");
}

/** A scheduled release in a few words, such as "scheduled for 2026-12-01 (Europe/Berlin)". */
export function describeSchedule(schedule: ReleaseSchedule): string {
  const date = withZone(schedule.date, schedule);
  switch (schedule.state) {
    case "scheduled":
      return l10n.t("scheduled for {0}", date);
    case "releasing":
      return l10n.t("being released");
    case "failed":
      return l10n.t("release of {0} failed", date);
    case "missed":
      return l10n.t("release of {0} missed", date);
    case "unknown":
      return l10n.t("release of {0} no longer reported by Boomi", date);
  }
}

function describeChangeCount(changeCount: number): string {
  if (changeCount === 1) return l10n.t("1 change");
  return changeCount === mostCountedChanges
    ? l10n.t("{0} or more changes", mostCountedChanges)
    : l10n.t("{0} changes", changeCount);
}

function describeUnsettled({ state }: UnsettledRelease): string {
  return state === "running" ? l10n.t("being released") : l10n.t("outcome unknown");
}
