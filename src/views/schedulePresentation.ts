import * as l10n from "@vscode/l10n";
import { isStoppedByConflict, type ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";
import { uncertainZoneReason } from "../model/schedule/uncertainZone.ts";
import { formatCalendarDate, formatDateTime, formatShortDate, formatSpan } from "../ui/dates.ts";
import type { Hover } from "../ui/hover.ts";
import { joinParts } from "../ui/joinParts.ts";
import type { RowDecoration } from "../ui/rowDecoration.ts";

/** The badge and color of a row that needs a person. */
export const attention: RowDecoration = { badge: "!", color: "list.warningForeground" };

/** A schedule in a few words, such as "scheduled for 1 Dec 2026". */
export function describeSchedule(schedule: ReleaseSchedule): string {
  const { date, state, differences } = schedule;
  const day = formatCalendarDate(date);
  switch (state) {
    case "scheduled":
      return joinParts([
        differences && l10n.t("changed since it was confirmed"),
        l10n.t("scheduled for {0}", day),
      ]);
    case "releasing":
      return l10n.t("being released");
    case "failed":
      return isStoppedByConflict(schedule)
        ? l10n.t("changed since it was confirmed: release of {0} stopped", day)
        : l10n.t("scheduled release of {0} failed", day);
    case "missed":
      return l10n.t("scheduled release of {0} was missed", day);
    case "unknown":
      return l10n.t("no longer reported by Boomi: release of {0}", day);
  }
}

/** A schedule as the first words of a row: its date, after what needs a decision, such as "failed · Dec 1". */
export function shortSchedule(schedule: ReleaseSchedule): string {
  return joinParts([scheduleProblem(schedule), formatShortDate(schedule.date)]);
}

/** What is special about a schedule, in a word or two; empty for one that waits for its date as it was confirmed. */
function scheduleProblem(schedule: ReleaseSchedule): string {
  switch (schedule.state) {
    case "scheduled":
      return schedule.differences ? l10n.t("changed") : "";
    case "releasing":
      return l10n.t("releasing");
    case "failed":
      return isStoppedByConflict(schedule) ? l10n.t("stopped") : l10n.t("failed");
    case "missed":
      return l10n.t("missed");
    case "unknown":
      return l10n.t("not in Boomi");
  }
}

/** The badge and color of a row with a schedule. */
export function scheduleDecoration(schedule: ReleaseSchedule): RowDecoration {
  return needsDecision(schedule)
    ? attention
    : { badge: l10n.t("S"), color: "integrationPacks.scheduledForeground" };
}

/** Whether a person must decide what happens to the scheduled release. */
export function needsDecision({ state, differences }: ReleaseSchedule): boolean {
  return differences !== undefined || state === "failed" || state === "missed" || state === "unknown";
}

/** The name of an icon: a calendar, or a warning where a person must decide. */
export function scheduleIcon(schedule: ReleaseSchedule): string {
  return needsDecision(schedule) ? "warning" : "calendar";
}

/** The words in the `contextValue` of a row that say what menus can offer for its schedule. */
export function scheduleCapabilities(schedule: ReleaseSchedule): string {
  const words = [
    "scheduled",
    schedule.cannotCancel === undefined && "cancellable",
    isStoppedByConflict(schedule) && "conflicting",
  ];
  return joinParts(words, " ");
}

/** A hover with all that is known of a schedule. */
export function scheduleHover(title: string, schedule: ReleaseSchedule): Hover {
  const { windowStart, windowEnd, timeZone, hasUncertainZone, scheduledBy, scheduledAt } = schedule;
  const { problem, differences, cannotCancel } = schedule;
  return {
    title,
    facts: [
      [l10n.t("State"), describeSchedule(schedule)],
      [l10n.t("Release window (your time)"), formatSpan(windowStart, windowEnd)],
      [l10n.t("Time zone"), hasUncertainZone ? uncertainZoneReason() : timeZone],
      [l10n.t("Scheduled by"), scheduledBy],
      [l10n.t("Scheduled at"), formatDateTime(scheduledAt)],
      [l10n.t("Problem"), differences && isStoppedByConflict(schedule) ? "" : (problem ?? "")],
      [l10n.t("Changed since it was confirmed"), differences?.join(" ") ?? ""],
      [l10n.t("What you can do"), whatToDo(schedule)],
      [l10n.t("Cannot be cancelled"), cannotCancel ?? ""],
    ],
  };
}

/** What a person can do about a schedule that needs a decision; empty for any other. */
function whatToDo(schedule: ReleaseSchedule): string {
  if (schedule.state === "unknown") {
    return l10n.t("Look at the pack in Boomi, then change, release or remove it from the list.");
  }
  return isStoppedByConflict(schedule)
    ? l10n.t("Release it anyway, change it, or cancel it. It is not released by itself.")
    : "";
}
