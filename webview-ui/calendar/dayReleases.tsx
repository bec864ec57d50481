import * as l10n from "@vscode/l10n";
import { useId } from "preact/hooks";
import { canScheduleOn, type CalendarEntry } from "../../src/model/calendar/calendarEntries.ts";
import type { CalendarAction, CalendarMonth } from "../../src/protocol/calendar.ts";
import { ActionLink } from "../shared/controls/actionLink.tsx";
import { formatCalendarDate, formatInZone } from "../shared/formatDates.ts";
import { kindText } from "./calendarMark.ts";
import { host } from "./host.ts";

interface DayReleasesProps {
  /** `yyyy-MM-dd`. */
  readonly day: string;
  /** The month that was read last. */
  readonly month: CalendarMonth | undefined;
}

/** The releases of one day, each with its actions. */
export function DayReleases({ day, month }: DayReleasesProps) {
  const headingId = useId();
  const isLoaded = month?.month === day.slice(0, 7);
  const entries = isLoaded ? month.entries.filter(({ date }) => date === day) : [];
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{formatCalendarDate(day)}</h2>
      <div role="status">
        {isLoaded && entries.length === 0 && <p>{l10n.t("No releases on this day.")}</p>}
        {entries.length > 0 && (
          <ul class="releases">
            {entries.map((entry) => (
              <li key={`${entry.packId} ${entry.releaseId ?? ""}`}>
                <DayRelease entry={entry} zone={month?.timeZone ?? "UTC"} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {month?.canSchedule && canScheduleOn(day, month.today) && (
        <div class="buttons">
          <vscode-button onClick={() => host.post({ type: "schedule", date: day })}>
            {l10n.t("Schedule a Release…")}
          </vscode-button>
        </div>
      )}
    </section>
  );
}

function DayRelease({ entry, zone }: { readonly entry: CalendarEntry; readonly zone: string }) {
  const { kind, packId, packName, by, at, timeZone, releaseId } = entry;
  const when = at === undefined ? timeZone : formatInZone(new Date(at), zone);
  const act = (action: CalendarAction) => host.post({ type: "act", action, packId });
  return (
    <>
      <strong>
        <bdi>{packName}</bdi>
      </strong>{" "}
      <span class={`tag ${kind}`}>{kindText(kind)}</span>
      <br />
      <span class="secondary">
        {when === undefined ? l10n.t("By {0}", by) : l10n.t("{0}, by {1}", when, by)}
      </span>
      <div class="actions-of-day">
        <ActionLink label={l10n.t("Show Overview: {0}", packName)} onActivate={() => act("showOverview")}>
          {l10n.t("Show Overview")}
        </ActionLink>
        {releaseId !== undefined && (
          <ActionLink
            label={l10n.t("Release Notes: {0}", packName)}
            onActivate={() => host.post({ type: "openNotes", packId, releaseId })}
          >
            {l10n.t("Release Notes")}
          </ActionLink>
        )}
        {releaseId === undefined && (
          <>
            <ActionLink label={l10n.t("Change: {0}", packName)} onActivate={() => act("editSchedule")}>
              {l10n.t("Change…")}
            </ActionLink>
            <ActionLink label={l10n.t("Release Now: {0}", packName)} onActivate={() => act("releaseNow")}>
              {l10n.t("Release Now…")}
            </ActionLink>
            <ActionLink label={l10n.t("Cancel: {0}", packName)} onActivate={() => act("cancelSchedule")}>
              {l10n.t("Cancel…")}
            </ActionLink>
          </>
        )}
      </div>
    </>
  );
}
