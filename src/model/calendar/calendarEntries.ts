import type { PackSummary } from "../pack/pack.ts";
import type { ListedRelease, Period } from "../release/release.ts";
import { localDate, nextDate } from "../schedule/releaseWindow.ts";
import { compareCodeUnits } from "../text/compareCodeUnits.ts";
import { compareNames } from "../text/compareNames.ts";

/**
 * What happened, or is to happen, on a day.
 *
 * - `released`, `late`: a past release; `late` ran after its window
 * - `scheduled`: a release that waits for its date, or is running
 * - `failed`, `missed`, `unknown`: a scheduled release about which a person must decide
 */
export type CalendarEntryKind = "released" | "late" | "scheduled" | "failed" | "missed" | "unknown";

/** A release in the calendar. */
export interface CalendarEntry {
  /** The calendar date, `yyyy-MM-dd`: of a past release in the zone of the calendar, of a scheduled one its own. */
  readonly date: string;
  readonly kind: CalendarEntryKind;
  readonly packId: string;
  readonly packName: string;
  /** Who released or scheduled it. */
  readonly by: string;
  /** The ISO instant of a past release; left out for a scheduled one. */
  readonly at?: string;
  /** The IANA zone of a scheduled release, where it counts. */
  readonly timeZone?: string;
  /** The id of a past release. */
  readonly releaseId?: string;
}

/** The period that contains a month, `yyyy-MM`, in every time zone. */
export function periodAround(month: string): Period {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const twoDays = 2;
  return {
    start: new Date(Date.UTC(year, number - 1, 1 - twoDays)),
    end: new Date(Date.UTC(year, number, 1 + twoDays)),
  };
}

/**
 * The entries of a month, `yyyy-MM`, by date and then by pack.
 *
 * @throws `InvalidRequest` for an unknown zone
 */
export function calendarEntries(
  month: string,
  releases: readonly ListedRelease[],
  packs: readonly Pick<PackSummary, "packId" | "name" | "scheduled">[],
  timeZone: string,
): CalendarEntry[] {
  const past = releases.map(({ packId, packName, releaseId, releasedAt, releasedBy, trigger }) => ({
    date: localDate(new Date(releasedAt), timeZone),
    kind: trigger === "late" ? ("late" as const) : ("released" as const),
    packId,
    packName,
    by: releasedBy,
    at: releasedAt,
    releaseId,
  }));
  const scheduled = packs.flatMap(({ packId, name, scheduled }): CalendarEntry[] => {
    if (!scheduled) return [];
    const { date, state, scheduledBy, hasUncertainZone } = scheduled;
    const kind = state === "releasing" ? "scheduled" : state;
    const zone = hasUncertainZone ? undefined : scheduled.timeZone;
    return [{ date, kind, packId, packName: name, by: scheduledBy, ...(zone && { timeZone: zone }) }];
  });
  return [...past, ...scheduled]
    .filter(({ date }) => date.startsWith(`${month}-`))
    .sort(
      (one, other) => compareCodeUnits(one.date, other.date) || compareNames(one.packName, other.packName),
    );
}

/** Whether a release can be scheduled for the date, `yyyy-MM-dd`, when today is `today`: it is tomorrow or later (rule 7). */
export function canScheduleOn(date: string, today: string): boolean {
  return date >= nextDate(today);
}
