import * as l10n from "@vscode/l10n";
import type { CalendarEntryKind } from "../../src/model/calendar/calendarEntries.ts";

/** The marks of days. They differ in shape, not in color alone. */
export const calendarMarks = ["released", "scheduled", "attention"] as const;

/** A mark of a day. */
export type CalendarMark = (typeof calendarMarks)[number];

/** The mark of a release of this kind. */
export function markOf(kind: CalendarEntryKind): CalendarMark {
  switch (kind) {
    case "released":
    case "late":
      return "released";
    case "scheduled":
      return "scheduled";
    case "failed":
    case "missed":
    case "unknown":
      return "attention";
  }
}

/** A kind of release in words. */
export function kindText(kind: CalendarEntryKind): string {
  switch (kind) {
    case "released":
      return l10n.t("released");
    case "late":
      return l10n.t("released late");
    case "scheduled":
      return l10n.t("scheduled");
    case "failed":
      return l10n.t("failed");
    case "missed":
      return l10n.t("missed");
    case "unknown":
      return l10n.t("no longer reported by Boomi");
  }
}
