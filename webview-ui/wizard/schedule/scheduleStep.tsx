import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../../shared/controls/progressRing.tsx";
import { releaseDateProblem } from "../../../src/model/schedule/releaseDateProblem.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { ChangeSummary } from "../changes/changeSummary.tsx";
import { chosenChanges } from "../state/chosenChanges.ts";
import { ReadingVersions } from "../notices/readingVersions.tsx";
import { chosenVersions } from "../state/chosenVersions.ts";
import { awaitsVersions } from "../state/preselection.ts";
import { submit } from "../state/receive/receiveSubmission.ts";
import { shownVersions } from "../state/seenVersions.ts";
import { StatusLine } from "../statusLine.tsx";
import { UnsettledNotice } from "../notices/unsettledNotice.tsx";
import { changeStored, type WizardProps } from "../wizardProps.ts";
import { confirmedRequest } from "./confirmedRequest.ts";
import { DateField } from "./dateField.tsx";
import { dateZone } from "./dateZone.ts";
import { OtherBranchNotice } from "./otherBranchNotice.tsx";
import { LeftOutNotice } from "../notices/leftOutNotice.tsx";
import { StepNumber } from "../stepNumber.tsx";
import { ReleaseEffect } from "./releaseEffect.tsx";
import { ReleaseOptions } from "./releaseOptions.tsx";
import { TimeZoneNotice } from "./timeZoneNotice.tsx";

interface ScheduleStepProps extends WizardProps {
  readonly shown: WizardPack;
}

/** The second step: when to release, what that changes, and the button that releases or schedules. */
export function ScheduleStep(props: ScheduleStepProps) {
  const { state, change, post, shown } = props;
  const { option, date, submission } = state.stored;
  const changes = chosenChanges(state);
  const isUnderWay = submission !== undefined;
  const isWaiting = awaitsVersions(state);
  const isRunning = shown.pack.unsettled?.state === "running";
  const { timeZone, problem: zoneProblem } = dateZone(shown);
  const dateProblem = timeZone === undefined ? zoneProblem : releaseDateProblem(date, timeZone, new Date());
  const problem = option === "date" ? dateProblem : undefined;
  return (
    <>
      <PageHeading>{l10n.t("Release Integration Pack: Select Release Schedule")}</PageHeading>
      <StepNumber step={2} />
      <p class="pack-name">{shown.pack.name}</p>
      {shown.pack.unsettled && <UnsettledNotice unsettled={shown.pack.unsettled} post={post} />}
      <ReleaseOptions
        option={option}
        canSchedule={shown.capabilities.canSchedule}
        deploymentModel={shown.pack.deploymentModel}
        disabled={isUnderWay}
        onChange={(next) => change(changeStored((before) => ({ ...before, option: next })))}
      />
      {option === "date" && timeZone === undefined && <TimeZoneNotice problem={zoneProblem} post={post} />}
      {option === "date" && timeZone !== undefined && (
        <DateField
          date={date}
          timeZone={timeZone}
          problem={problem}
          disabled={isUnderWay}
          onChange={(next) => change(changeStored((before) => ({ ...before, date: next })))}
        />
      )}
      <ReleaseEffect {...props} timeZone={timeZone} isDateComplete={problem === undefined} />
      <h2>{l10n.t("Changes")}</h2>
      <OtherBranchNotice {...props} changes={changes} />
      <LeftOutNotice choices={state.stored} />
      <ChangeSummary
        changes={changes}
        versions={shownVersions(state.received)}
        releaseBranch={shown.releaseBranch}
      />
      <div class="buttons of-page">
        <StatusLine>
          {isUnderWay ? (
            <UnderWay step={submission.state === "underWay" ? submission.step : undefined} />
          ) : (
            isWaiting && <ReadingVersions />
          )}
        </StatusLine>
        <vscode-button
          disabled={isUnderWay || isWaiting || isRunning || problem !== undefined}
          onClick={() => confirm(props)}
        >
          {option === "immediate"
            ? l10n.t("Release Integration Pack")
            : l10n.t("Schedule Integration Pack Release")}
        </vscode-button>
        <vscode-button
          appearance="secondary"
          disabled={isUnderWay}
          onClick={() => change(changeStored((before) => ({ ...before, step: "versions" })))}
        >
          {l10n.t("Back")}
        </vscode-button>
        <vscode-button appearance="secondary" disabled={isUnderWay} onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
        {shown.capabilities.actions.includes("releaseNotes") && (
          <vscode-button
            appearance="secondary"
            class="apart"
            onClick={() =>
              post({ type: "releaseNotes", versions: chosenVersions(state.stored), action: "open" })
            }
          >
            {l10n.t("Open Release Notes")}
          </vscode-button>
        )}
      </div>
    </>
  );
}

function UnderWay({ step }: { readonly step: string | undefined }) {
  return (
    <span class="under-way">
      <ProgressRing /> {step ?? l10n.t("Sending…")}
    </span>
  );
}

/** Submits what the page shows, once: the button is disabled until the outcome arrives. */
function confirm({ state, change, post, shown }: ScheduleStepProps): void {
  const { stored } = state;
  if (stored.submission) return;
  const confirmed = confirmedRequest(stored, shown);
  change(changeStored((before) => submit(before, confirmed)));
  post(confirmed);
}
