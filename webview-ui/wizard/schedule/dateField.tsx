import "cally";
import * as l10n from "@vscode/l10n";
import type { TextField } from "@vscode/webview-ui-toolkit";
import { useEffect, useRef, useState } from "preact/hooks";
import { earliestReleaseDate, localDate } from "../../../src/model/schedule/releaseWindow.ts";
import type { CalendarElement } from "../../shared/elements.d.ts";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { firstDayOfWeek, language } from "../../shared/language.ts";
import { datePresets } from "./datePresets.ts";
import { parseDate } from "./parseDate.ts";

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
  const { date, timeZone, problem, disabled, onChange } = props;
  const [opened, setOpened] = useState<"byMouse" | "byKeyboard">();
  /** The text while the user types; the field shows the date otherwise. */
  const [typed, setTyped] = useState<string>();
  const field = useRef<TextField>(null);
  const isOpen = opened !== undefined;
  const close = () => {
    setOpened(undefined);
    field.current?.focus();
  };
  return (
    <div
      class="date-field"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpened(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        close();
      }}
    >
      <vscode-text-field
        ref={field}
        value={typed ?? date}
        placeholder={l10n.t("YYYY-MM-DD")}
        aria-label={l10n.t("Release on date")}
        disabled={disabled}
        size={14}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChange(parseDate(event.currentTarget.value, language));
        }}
        onBlur={() => setTyped(undefined)}
        onClick={() => !disabled && !isOpen && setOpened("byMouse")}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" || event.key === "Enter") setOpened("byKeyboard");
        }}
      >
        {l10n.t("Release on date")}
      </vscode-text-field>
      <vscode-button
        appearance="secondary"
        disabled={disabled}
        aria-expanded={isOpen}
        onClick={() => setOpened(isOpen ? undefined : "byKeyboard")}
      >
        {isOpen ? l10n.t("Close Calendar") : l10n.t("Open Calendar")}
      </vscode-button>
      <span class="presets">
        {datePresets(new Date(), timeZone).map((preset) => (
          <ActionLink
            key={preset.label}
            isDisabled={disabled}
            onActivate={() => {
              setTyped(undefined);
              onChange(preset.date);
            }}
          >
            {preset.label}
          </ActionLink>
        ))}
      </span>
      {isOpen && !disabled && (
        <div class="calendar-place">
          <Calendar
            {...props}
            key={opened}
            takesFocus={opened === "byKeyboard"}
            onChange={(chosen) => {
              setTyped(undefined);
              onChange(chosen);
              close();
            }}
          />
        </div>
      )}
      {problem !== undefined && date !== "" && typed === undefined && (
        <p class="obstacle" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

interface CalendarProps extends DateFieldProps {
  /** Whether the focus goes to a day. It stays in the field after a click, so that the user can type. */
  readonly takesFocus: boolean;
}

function Calendar({ date, timeZone, problem, takesFocus, onChange }: CalendarProps) {
  const now = new Date();
  const earliest = earliestReleaseDate(now, timeZone);
  const calendar = useRef<CalendarElement>(null);
  useEffect(() => {
    if (!takesFocus) return undefined;
    const focusDay = () => calendar.current?.focus();
    // The element has no days before it is rendered.
    const frame = requestAnimationFrame(focusDay);
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div class="calendar" role="group" aria-label={l10n.t("Calendar")}>
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
        <span slot="previous" aria-label={l10n.t("Previous month")} role="img">
          ‹
        </span>
        <span slot="next" aria-label={l10n.t("Next month")} role="img">
          ›
        </span>
        <calendar-month />
      </calendar-date>
    </div>
  );
}
