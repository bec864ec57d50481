import * as l10n from "@vscode/l10n";
import type { ReleaseSchedule } from "../../../src/model/schedule/scheduledRelease.ts";
import { withZone } from "../../../src/model/schedule/uncertainZone.ts";
import { formatCalendarDate } from "../../shared/formatDates.ts";
import { Differences } from "./differences.tsx";

/** How the scheduled release of the pack stands, and how the pack differs from what was confirmed with it (rule 12). */
export function ScheduledNotice({ schedule }: { readonly schedule: ReleaseSchedule }) {
  const { state, problem, problemCode, differences } = schedule;
  const needsDecision = differences !== undefined || !["scheduled", "releasing"].includes(state);
  const isSaidByDifferences = problemCode === "Conflict" && differences !== undefined;
  return (
    <div class={needsDecision ? "notice warning" : "notice"}>
      <p>{describe(schedule)}</p>
      {state === "unknown" && problem === undefined && (
        <p>
          {l10n.t(
            "It may have been released, changed or cancelled there. Look at the pack in Boomi before you go on.",
          )}
        </p>
      )}
      {problem !== undefined && !isSaidByDifferences && <p>{problem}</p>}
      <Differences schedule={schedule} />
    </div>
  );
}

function describe(schedule: ReleaseSchedule): string {
  const date = withZone(formatCalendarDate(schedule.date), schedule);
  switch (schedule.state) {
    case "scheduled":
      return l10n.t("A release of this pack is scheduled for {0}.", date);
    case "releasing":
      return l10n.t("The release that was scheduled for {0} is running.", date);
    case "failed":
      return l10n.t("The release that was scheduled for {0} failed.", date);
    case "missed":
      return l10n.t("The release that was scheduled for {0} was missed.", date);
    case "unknown":
      return l10n.t("It is not known whether the release of {0} is scheduled in Boomi.", date);
  }
}
