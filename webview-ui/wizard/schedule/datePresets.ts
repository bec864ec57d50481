import * as l10n from "@vscode/l10n";
import { earliestReleaseDate, nextDate } from "../../../src/model/schedule/releaseWindow.ts";

/** A date that is offered beside the field. */
export interface DatePreset {
  readonly label: string;
  /** `yyyy-MM-dd`. */
  readonly date: string;
}

const monday = 1;

/** The dates that people choose most, of those that a release can be scheduled for now in the zone. */
export function datePresets(now: Date, timeZone: string): readonly DatePreset[] {
  const tomorrow = earliestReleaseDate(now, timeZone);
  return [
    { label: l10n.t("Tomorrow"), date: tomorrow },
    { label: l10n.t("Next Monday"), date: firstFrom(tomorrow, (date) => weekday(date) === monday) },
    { label: l10n.t("First of Next Month"), date: firstFrom(tomorrow, (date) => date.endsWith("-01")) },
  ];
}

/** The first date from `date` on that fits. */
function firstFrom(date: string, fits: (date: string) => boolean): string {
  let found = date;
  while (!fits(found)) found = nextDate(found);
  return found;
}

function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
