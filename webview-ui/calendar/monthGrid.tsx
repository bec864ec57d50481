import "cally";
import * as l10n from "@vscode/l10n";
import { useCallback } from "preact/hooks";
import type { CalendarEntry } from "../../src/model/calendar/calendarEntries.ts";
import { firstDayOfWeek, language } from "../shared/language.ts";
import { markOf } from "./calendarMark.ts";

interface MonthGridProps {
  /** The selected day, `yyyy-MM-dd`. */
  readonly day: string;
  /** Undefined while it is not known. */
  readonly today: string | undefined;
  readonly entries: readonly CalendarEntry[];
  readonly onSelect: (day: string) => void;
  /** The user moved to a month, `yyyy-MM`. */
  readonly onShow: (month: string) => void;
}

/** A month. A day has a mark for each kind of release on it. */
export function MonthGrid({ day, today, entries, onSelect, onShow }: MonthGridProps) {
  // The element renders all days again for another function.
  const getDayParts = useCallback(
    (date: Date) => {
      const iso = date.toISOString().slice(0, 10);
      const marks = entries.filter((entry) => entry.date === iso).map(({ kind }) => markOf(kind));
      return [...new Set(marks)].join(" ");
    },
    [entries],
  );
  return (
    <calendar-date
      class="month"
      value={day}
      {...(today !== undefined && { today })}
      focusedDate={day}
      locale={language}
      firstDayOfWeek={firstDayOfWeek()}
      getDayParts={getDayParts}
      onchange={(event) => onSelect(event.currentTarget.value)}
      onfocusday={(event) => onShow(event.detail.toISOString().slice(0, 7))}
    >
      <span slot="previous" aria-label={l10n.t("Previous month")} role="img">
        ‹
      </span>
      <span slot="next" aria-label={l10n.t("Next month")} role="img">
        ›
      </span>
      <calendar-month />
    </calendar-date>
  );
}
