import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";
import { uncertainZoneReason } from "../model/schedule/uncertainZone.ts";
import { formatCalendarDate, formatDateTime } from "../ui/dates.ts";
import { factsMarkdown } from "./hoverMarkdown.ts";

/** A schedule in a few words, such as "scheduled for 1 Dec 2026". */
export function describeSchedule({ date, state }: ReleaseSchedule): string {
  const day = formatCalendarDate(date);
  switch (state) {
    case "scheduled":
      return t("scheduled for {0}", day);
    case "releasing":
      return t("being released");
    case "failed":
      return t("scheduled release of {0} failed", day);
    case "missed":
      return t("scheduled release of {0} was missed", day);
    case "unknown":
      return t("release of {0} not confirmed by Boomi", day);
  }
}

/** A calendar, or a warning when a person must decide. */
export function scheduleIcon({ state, differences }: ReleaseSchedule): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    differences || state === "failed" || state === "missed" || state === "unknown" ? "warning" : "calendar",
  );
}

/** The words in the `contextValue` of a row that say what menus can offer for its schedule. */
export function scheduleCapabilities({ cannotCancel }: ReleaseSchedule): string {
  return cannotCancel === undefined ? "scheduled cancellable" : "scheduled";
}

/** A hover with all that is known of a schedule. */
export function scheduleHover(title: string, schedule: ReleaseSchedule): vscode.MarkdownString {
  const {
    windowStart,
    windowEnd,
    timeZone,
    hasUncertainZone,
    scheduledBy,
    scheduledAt,
    problem,
    differences,
    cannotCancel,
  } = schedule;
  return factsMarkdown(title, [
    [t("State"), describeSchedule(schedule)],
    [t("Release window (your time)"), `${formatDateTime(windowStart)} – ${formatDateTime(windowEnd)}`],
    [t("Time zone"), hasUncertainZone ? uncertainZoneReason() : timeZone],
    [t("Scheduled by"), scheduledBy],
    [t("Scheduled at"), formatDateTime(scheduledAt)],
    [t("Problem"), problem ?? ""],
    [t("Changed since it was confirmed"), differences?.join(" ") ?? ""],
    [t("Cannot be cancelled"), cannotCancel ?? ""],
  ]);
}
