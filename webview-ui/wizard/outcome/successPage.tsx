import * as l10n from "@vscode/l10n";
import type { ReleaseSchedule } from "../../../src/model/schedule/scheduledRelease.ts";
import { formatCalendarDate, formatDateTime } from "../../shared/formatDates.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { ChangeSummary } from "../changes/changeSummary.tsx";
import { describeRollout } from "./describeRollout.ts";
import { UncertainSpan } from "../schedule/uncertainSpan.tsx";
import { chosenVersions } from "../state/chosenVersions.ts";
import { shownVersions } from "../state/seenVersions.ts";
import type { Outcome } from "../state/wizardState.ts";
import type { WizardProps } from "../wizardProps.ts";

interface SuccessPageProps extends WizardProps {
  readonly outcome: Outcome;
}

/** The last page: what was released or scheduled, and the next step. */
export function SuccessPage({ state, post, outcome }: SuccessPageProps) {
  const { shown } = state.stored;
  const actions = shown?.capabilities.actions ?? [];
  const inNoGroup = state.received.sharing?.groups.length === 0;
  const offersGroups = outcome.kind === "released" && inNoGroup && actions.includes("addToAccountGroup");
  return (
    <>
      <PageHeading>{l10n.t("Success")}</PageHeading>
      <p class="pack-name">{shown?.pack.name}</p>
      <p role="status">
        {outcome.kind === "released"
          ? l10n.t("The integration pack was released on {0}.", formatDateTime(outcome.releasedAt))
          : describeScheduled(outcome.schedule)}
      </p>
      {outcome.kind === "scheduled" && outcome.schedule.hasUncertainZone && (
        <UncertainSpan
          start={new Date(outcome.schedule.windowStart)}
          end={new Date(outcome.schedule.windowEnd)}
        />
      )}
      {outcome.kind === "released" && inNoGroup && (
        <p class="notice">
          {l10n.t("Not shared yet. Add it to an account group so that accounts can install it.")}
        </p>
      )}
      {outcome.kind === "scheduled" && !outcome.schedule.hasUncertainZone && (
        <p class="notice">
          {l10n.t("Keep this workspace open during that hour so that the release can run.")}
        </p>
      )}
      {outcome.rollout && <p class="rollout">{describeRollout(outcome.rollout)}</p>}
      <ChangeSummary
        changes={outcome.changes}
        versions={shownVersions(state.received)}
        releaseBranch={shown?.releaseBranch ?? ""}
        isReleased={outcome.kind === "released"}
      />
      <div class="buttons of-page">
        <vscode-button onClick={() => post({ type: "close" })}>{l10n.t("Finish")}</vscode-button>
        {offersGroups && (
          <vscode-button appearance="secondary" onClick={() => post({ type: "addToAccountGroup" })}>
            {l10n.t("Add to Account Group…")}
          </vscode-button>
        )}
        {actions.includes("releaseNotes") && (
          <vscode-button
            appearance="secondary"
            onClick={() =>
              post({
                type: "releaseNotes",
                versions: chosenVersions(state.stored),
                action: "copy",
                ...(outcome.kind === "released" && { releaseId: outcome.releaseId }),
              })
            }
          >
            {l10n.t("Copy Release Notes")}
          </vscode-button>
        )}
        <vscode-button appearance="secondary" onClick={() => post({ type: "showPack" })}>
          {l10n.t("Show Pack")}
        </vscode-button>
      </div>
    </>
  );
}

function describeScheduled({ date, timeZone, hasUncertainZone }: ReleaseSchedule): string {
  const day = formatCalendarDate(date);
  return hasUncertainZone
    ? l10n.t("The release is scheduled for {0}.", day)
    : l10n.t("The release is scheduled for {0}, between midnight and 1 a.m. ({1}).", day, timeZone);
}
