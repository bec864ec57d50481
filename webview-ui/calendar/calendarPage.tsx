import * as l10n from "@vscode/l10n";
import { useLayoutEffect, useState } from "preact/hooks";
import type { CalendarMessage, CalendarMonth } from "../../src/protocol/calendar.ts";
import { PageHeading } from "../shared/controls/pageHeading.tsx";
import { ProblemNotice } from "../shared/controls/problemNotice.tsx";
import { DayReleases } from "./dayReleases.tsx";
import { host } from "./host.ts";
import { Legend } from "./legend.tsx";
import { MonthGrid } from "./monthGrid.tsx";
import { MonthReleases } from "./monthReleases.tsx";

/** What the page knows of the month that it shows. */
interface Knowledge {
  readonly month?: CalendarMonth;
  /** Why the month could not be read. */
  readonly problem?: string;
}

/** The releases of all packs in a month, and those of one day with what can be done with them. */
export function CalendarPage() {
  const [day, setDay] = useState(() => host.storedState()?.day ?? host.first?.day ?? "");
  /** `yyyy-MM`. */
  const [shown, setShown] = useState(day.slice(0, 7));
  const [{ month, problem }, setKnowledge] = useState<Knowledge>({});
  useLayoutEffect(() => host.listen((message) => setKnowledge((before) => receive(before, message))), []);
  useLayoutEffect(() => host.post({ type: "load", month: shown }), [shown]);
  useLayoutEffect(() => host.storeState({ day }), [day]);
  // While another month is loading, its days have no marks.
  const current = month?.month === shown ? month : undefined;
  const select = (date: string) => {
    setDay(date);
    setShown(date.slice(0, 7));
  };
  return (
    <>
      <PageHeading>{l10n.t("Release Calendar")}</PageHeading>
      {month && <p class="secondary">{l10n.t("Time zone: {0}", month.timeZone)}</p>}
      {month?.historyLimits !== undefined && <p class="secondary">{month.historyLimits}</p>}
      {problem !== undefined && (
        <ProblemNotice message={problem}>
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => host.post({ type: "load", month: shown })}>
              {l10n.t("Retry")}
            </vscode-button>
          </div>
        </ProblemNotice>
      )}
      <div class="panes">
        <div>
          <MonthGrid
            day={day}
            today={month?.today}
            entries={current?.entries ?? []}
            onSelect={select}
            onShow={setShown}
          />
          <Legend />
        </div>
        <div class="lists">
          <DayReleases day={day} month={month} />
          {current && <MonthReleases month={current} onSelect={select} />}
        </div>
      </div>
    </>
  );
}

function receive(before: Knowledge, message: CalendarMessage): Knowledge {
  switch (message.type) {
    case "month": {
      const { type: _type, ...month } = message;
      return { month };
    }
    case "monthFailed":
      return { ...before, problem: message.message };
    case "refused":
      // The extension shows why it refused an action. A month that it refuses to read is not shown.
      return message.request === "load" ? { ...before, problem: message.message } : before;
  }
}
