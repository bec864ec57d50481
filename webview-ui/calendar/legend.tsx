import * as l10n from "@vscode/l10n";
import { calendarMarks, type CalendarMark } from "./calendarMark.ts";

/** What the marks of days mean. */
export function Legend() {
  return (
    <p class="legend secondary">
      {calendarMarks.map((mark) => (
        <span key={mark}>
          <span class={`sample ${mark}`} aria-hidden="true">
            1
          </span>{" "}
          {markText(mark)}
        </span>
      ))}
    </p>
  );
}

function markText(mark: CalendarMark): string {
  switch (mark) {
    case "released":
      return l10n.t("released");
    case "scheduled":
      return l10n.t("scheduled");
    case "attention":
      return l10n.t("missed or failed");
  }
}
