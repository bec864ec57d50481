import * as l10n from "@vscode/l10n";
import { useId } from "preact/hooks";
import type { CalendarMonth } from "../../src/protocol/calendar.ts";
import { ActionLink } from "../shared/controls/actionLink.tsx";
import { formatCalendarDate } from "../shared/formatDates.ts";
import { kindText } from "./calendarMark.ts";

interface MonthReleasesProps {
  readonly month: CalendarMonth;
  readonly onSelect: (day: string) => void;
}

/** All releases of the month as a list: what the marks of the days say, in words. */
export function MonthReleases({ month, onSelect }: MonthReleasesProps) {
  const headingId = useId();
  const { entries } = month;
  const days = [...new Set(entries.map(({ date }) => date))];
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{l10n.t("This Month")}</h2>
      {days.length === 0 && <p>{l10n.t("No releases in this month.")}</p>}
      <ul class="days">
        {days.map((day) => (
          <li key={day}>
            <ActionLink onActivate={() => onSelect(day)}>{formatCalendarDate(day)}</ActionLink>
            <ul>
              {entries
                .filter(({ date }) => date === day)
                .map(({ packId, packName, kind, releaseId }) => (
                  <li key={`${packId} ${releaseId ?? ""}`}>{l10n.t("{0}: {1}", packName, kindText(kind))}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
