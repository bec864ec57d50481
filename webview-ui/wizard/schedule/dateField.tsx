import "cally";
import { t } from "@vscode/l10n";
import type { TextField } from "@vscode/webview-ui-toolkit";
import { useEffect, useRef, useState } from "preact/hooks";
import { earliestReleaseDate, localDate } from "../../../src/model/schedule/releaseWindow.ts";
import type { CalendarElement } from "../../shared/elements.d.ts";
import { firstDayOfWeek, language } from "../../shared/language.ts";

interface DateFieldProps {
  /** `yyyy-MM-dd`, or an incomplete input. */
  readonly date: string;
  /** The IANA zone of the date. Tomorrow in this zone is the earliest date. */
  readonly timeZone: string;
  /** Why the release cannot be scheduled for the date. */
  readonly problem: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (date: string) => void;
}

/** The field *Release on date* and the calendar that it opens. */
export function DateField(props: DateFieldProps) {
  const { date, problem, disabled, onChange } = props;
  const [isOpen, setIsOpen] = useState(false);
  const field = useRef<TextField>(null);
  const close = () => {
    setIsOpen(false);
    field.current?.focus();
  };
  return (
    <div
      class="date-field"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <vscode-text-field
        ref={field}
        value={date}
        placeholder="yyyy-MM-dd"
        aria-label={t("Release on date")}
        disabled={disabled}
        size={14}
        onInput={(event) => onChange(event.currentTarget.value.trim())}
        onClick={() => !disabled && setIsOpen(true)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "Enter") setIsOpen(true);
        }}
      >
        {t("Release on date")}
      </vscode-text-field>
      <vscode-button
        appearance="secondary"
        disabled={disabled}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? t("Close Calendar") : t("Open Calendar")}
      </vscode-button>
      {isOpen && !disabled && (
        <div class="calendar-place">
          <Calendar
            {...props}
            onChange={(chosen) => {
              onChange(chosen);
              close();
            }}
          />
        </div>
      )}
      {problem !== undefined && date !== "" && (
        <p class="obstacle" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Calendar({ date, timeZone, problem, onChange }: DateFieldProps) {
  const now = new Date();
  const earliest = earliestReleaseDate(now, timeZone);
  const calendar = useRef<CalendarElement>(null);
  useEffect(() => {
    const focusDay = () => calendar.current?.focus();
    // The element has no days before it is rendered.
    const frame = requestAnimationFrame(focusDay);
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div class="calendar" role="group" aria-label={t("Calendar")}>
      <calendar-date
        ref={calendar}
        value={problem === undefined ? date : ""}
        min={earliest}
        today={localDate(now, timeZone)}
        focusedDate={problem === undefined ? date : earliest}
        locale={language}
        firstDayOfWeek={firstDayOfWeek()}
        onchange={(event) => onChange(event.currentTarget.value)}
      >
        <span slot="previous" aria-label={t("Previous month")} role="img">
          ‹
        </span>
        <span slot="next" aria-label={t("Next month")} role="img">
          ›
        </span>
        <calendar-month />
      </calendar-date>
    </div>
  );
}
