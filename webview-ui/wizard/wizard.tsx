import { t } from "@vscode/l10n";
import { ProblemNotice } from "../shared/problemNotice.tsx";
import { ChangedNotice } from "./changedNotice.tsx";
import { DetailsPage } from "./versions/chosenVersionDetails.tsx";
import { FailurePage } from "./failurePage.tsx";
import { ScheduleStep } from "./schedule/scheduleStep.tsx";
import { SuccessPage } from "./successPage.tsx";
import { VersionsStep } from "./versions/versionsStep.tsx";
import type { WizardProps } from "./wizardProps.ts";
import { acceptChanges } from "./wizardState.ts";

/** The page that the state calls for. */
export function Wizard(props: WizardProps) {
  const { kept, received } = props.state;
  const { shown, submission, outcome, notice, step } = kept;
  if (outcome) return <SuccessPage {...props} outcome={outcome} />;
  if (submission?.state === "rejected") return <FailurePage {...props} rejection={submission} />;
  if (!shown) return <Opening {...props} />;
  return (
    <>
      <PackProblem {...props} />
      {notice && (
        <ChangedNotice
          notice={notice}
          onContinue={() => props.change(acceptChanges)}
          onCancel={() => props.post({ type: "close" })}
        />
      )}
      {received.details ? (
        <DetailsPage {...props} details={received.details} />
      ) : step === "versions" ? (
        <VersionsStep {...props} shown={shown} />
      ) : (
        <ScheduleStep {...props} shown={shown} />
      )}
    </>
  );
}

function Opening(props: WizardProps) {
  if (props.state.received.problem) return <PackProblem {...props} />;
  return <vscode-progress-ring class="opening" aria-label={t("Reading the integration pack…")} />;
}

function PackProblem({ state, post }: WizardProps) {
  const { problem } = state.received;
  if (!problem) return null;
  const canSignIn = problem.code === "Unauthorized";
  return (
    <ProblemNotice message={problem.message}>
      <div class="buttons">
        {canSignIn && (
          <vscode-button onClick={() => post({ type: "signIn" })}>{t("Sign In to Boomi")}</vscode-button>
        )}
        <vscode-button
          appearance={canSignIn ? "secondary" : "primary"}
          onClick={() => post({ type: "reload" })}
        >
          {t("Retry")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {t("Cancel")}
        </vscode-button>
      </div>
    </ProblemNotice>
  );
}
