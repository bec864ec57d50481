import * as l10n from "@vscode/l10n";
import type { ReleaseSchedule } from "./scheduledRelease.ts";

type Zoned = Pick<ReleaseSchedule, "timeZone" | "hasUncertainZone">;

/** Why nobody knows in which zone the date of a release begins that Boomi runs, as a sentence. */
export function uncertainZoneReason(): string {
  return l10n.t("Boomi's own pages contradict each other about which time zone counts.");
}

/** The text of a schedule's date with its zone, or alone where the zone is uncertain. */
export function withZone(date: string, { timeZone, hasUncertainZone }: Zoned): string {
  return hasUncertainZone ? date : l10n.t("{0} ({1})", date, timeZone);
}
