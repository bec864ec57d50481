import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../../shared/controls/progressRing.tsx";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { formatCalendarDate } from "../../shared/formatDates.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import type { PackReading } from "../state/wizardState.ts";
import {
  confirmSendAgain,
  leaveApplication,
  sendPlan,
  stopPlan,
} from "../state/receive/receivePlanMessage.ts";
import type { ApplicationState } from "../state/severalState.ts";
import type { PageProps } from "../wizardProps.ts";
import { applicationTexts, isComplete } from "./applicationTexts.ts";
import { hasUncertainZone } from "./planZone.ts";
import { packStates, type PackStateRow } from "./packStates.ts";

interface ApplicationPageProps extends PageProps {
  readonly application: ApplicationState;
}

/** The last page for several packs: how far each pack is, then how each ended, and *Try Again*. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { page, application } = props;
  const { state, problem, step } = application;
  const { option, date } = page.stored.shared;
  const { heading, consequence } = applicationTexts(
    application,
    option === "date" ? formatCalendarDate(date) : undefined,
  );
  const rows = packStates(application);
  return (
    <>
      <PageHeading key={state}>{heading}</PageHeading>
      {problem && <ProblemNotice message={problem.message} />}
      {consequence !== "" && <p role="status">{consequence}</p>}
      {state === "underWay" && (
        <p class="under-way" role="status">
          <ProgressRing /> {step ?? runningText(rows)}
        </p>
      )}
      <ol class="outcomes">
        {rows.map((row) => (
          <PackOutcomeItem key={row.packId} {...props} row={row} />
        ))}
      </ol>
      {option === "date" && isComplete(application) && isRunHere(page) && (
        <p class="notice">
          {l10n.t("Keep this workspace open during that hour so that the releases can run.")}
        </p>
      )}
      <ApplicationButtons {...props} rows={rows} />
    </>
  );
}

function runningText(rows: readonly PackStateRow[]): string {
  const sending = rows.find(({ kind }) => kind === "sending");
  return sending ? l10n.t("Sending {0}…", sending.name) : l10n.t("Sending…");
}

function PackOutcomeItem({
  page,
  changePage,
  post,
  application,
  row,
}: ApplicationPageProps & { row: PackStateRow }) {
  const { packId, name, kind, text, message, unknownId } = row;
  const isEnded = application.state === "ended";
  return (
    <li>
      <bdi class="version-text">{name}</bdi> <span class={`tag ${kind}`}>{text}</span>
      {isEnded && (
        <span class="outcome-links">
          <ActionLink
            label={l10n.t("Show Pack: {0}", name)}
            onActivate={() => post({ type: "showPack", packId })}
          >
            {l10n.t("Show Pack")}
          </ActionLink>
          {kind === "released" && isInNoGroup(page, packId) && (
            <ActionLink
              label={l10n.t("Add to Account Group…: {0}", name)}
              onActivate={() => post({ type: "addToAccountGroup", packId })}
            >
              {l10n.t("Add to Account Group…")}
            </ActionLink>
          )}
        </span>
      )}
      {message !== undefined && <p>{message}</p>}
      {isEnded && unknownId !== undefined && (
        <label class="check">
          <input
            type="checkbox"
            checked={application.sendAgain.includes(unknownId)}
            onChange={({ currentTarget: { checked } }) =>
              changePage((before) => confirmSendAgain(before, unknownId, checked))
            }
          />
          {l10n.t("I looked at {0} in Boomi, and it was not released. Send it again.", name)}
        </label>
      )}
    </li>
  );
}

/** Whether the editor runs what is scheduled, not the platform. */
function isRunHere({ stored }: PageProps["page"]): boolean {
  const shown = stored.packs.find((pack) => pack.shown)?.shown;
  const { several } = stored.shared;
  return shown !== undefined && several !== undefined && !hasUncertainZone(several, shown);
}

/** Whether the pack is known to be in no account group, and can be added to one. */
function isInNoGroup({ stored, readings }: PageProps["page"], packId: string): boolean {
  const at = stored.packs.findIndex(({ named }) => named?.packId === packId);
  const sharing: PackReading["sharing"] = readings[at]?.sharing;
  const actions = stored.packs[at]?.shown?.capabilities.actions ?? [];
  return sharing?.groups.length === 0 && actions.includes("addToAccountGroup");
}

function ApplicationButtons(props: ApplicationPageProps & { readonly rows: readonly PackStateRow[] }) {
  const { changePage, post, application, rows } = props;
  const { state, plan, problem, isStopping = false, sendAgain } = application;
  if (state === "underWay") {
    const isLast = rows.filter(({ kind }) => kind === "waiting").length === 0;
    return (
      <div key="underWay" class="buttons of-page">
        <vscode-button
          appearance="secondary"
          disabled={isStopping || isLast}
          onClick={() => {
            changePage(stopPlan);
            post({ type: "stopPlan" });
          }}
        >
          {l10n.t("Stop After This Pack")}
        </vscode-button>
      </div>
    );
  }
  if (isComplete(application)) {
    return (
      <div key="complete" class="buttons of-page">
        <vscode-button onClick={() => post({ type: "close" })}>{l10n.t("Finish")}</vscode-button>
      </div>
    );
  }
  // A plan that does not fit would be rejected again: the steps show what changed.
  const canTryAgain = plan !== undefined && !["Conflict", "InvalidRequest"].includes(problem?.code ?? "");
  return (
    <div key="incomplete" class="buttons of-page">
      {problem?.code === "Unauthorized" && (
        <vscode-button onClick={() => post({ type: "signIn" })}>{l10n.t("Sign In to Boomi")}</vscode-button>
      )}
      {canTryAgain && (
        <vscode-button
          onClick={() => {
            changePage(sendPlan);
            post({ type: "applyAgain", plan, sendAgain: [...sendAgain] });
          }}
        >
          {l10n.t("Try Again")}
        </vscode-button>
      )}
      <vscode-button
        appearance={canTryAgain ? "secondary" : "primary"}
        onClick={() => changePage(leaveApplication)}
      >
        {l10n.t("Back")}
      </vscode-button>
      <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
        {state === "ended" ? l10n.t("Finish") : l10n.t("Cancel")}
      </vscode-button>
    </div>
  );
}
