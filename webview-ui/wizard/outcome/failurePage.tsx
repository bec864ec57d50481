import * as l10n from "@vscode/l10n";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import { failureTexts } from "./failureTexts.ts";
import { changeExisting } from "../state/changeExisting.ts";
import { submit, tryAgain } from "../state/receive/receiveSubmission.ts";
import type { Problem } from "../state/wizardState.ts";
import { changeStored, type WizardProps } from "../wizardProps.ts";

interface FailurePageProps extends WizardProps {
  readonly rejection: Problem;
}

/** The page after a rejection: why, what did and did not happen, and how to go on with the user's choices. */
export function FailurePage({ state, change, post, rejection }: FailurePageProps) {
  const { stored } = state;
  const { code, message } = rejection;
  const type = stored.confirmed?.type ?? (stored.option === "date" ? "schedule" : "release");
  const { heading, consequence } = failureTexts(rejection, type);
  const goBack = () => change(changeStored(tryAgain));
  const existing = changeExisting(stored);
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <p class="pack-name">{stored.shown?.pack.name}</p>
      <ProblemNotice message={message} />
      <p>{consequence}</p>
      {existing && <p>{describeChange(type)}</p>}
      <div class="buttons">
        {code === "Unauthorized" && (
          <vscode-button onClick={() => post({ type: "signIn" })}>{l10n.t("Sign In to Boomi")}</vscode-button>
        )}
        {existing ? (
          <vscode-button
            onClick={() => {
              change(changeStored((before) => submit(before, existing)));
              post(existing);
            }}
          >
            {l10n.t("Change the Existing Release")}
          </vscode-button>
        ) : (
          <vscode-button
            appearance={code === "Unauthorized" ? "secondary" : "primary"}
            onClick={() => {
              goBack();
              post({ type: "reload" });
            }}
          >
            {code === "OutcomeUnknown" ? l10n.t("Refresh") : l10n.t("Try Again")}
          </vscode-button>
        )}
        <vscode-button appearance="secondary" onClick={goBack}>
          {l10n.t("Back")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
        <vscode-button appearance="secondary" class="apart" onClick={() => post({ type: "showLog" })}>
          {l10n.t("Show Log")}
        </vscode-button>
      </div>
    </>
  );
}

function describeChange(type: "schedule" | "release"): string {
  return type === "schedule"
    ? l10n.t("You can change the existing release to the versions and the date that you confirmed.")
    : l10n.t(
        "You can change the existing release to the versions that you confirmed. It then runs immediately.",
      );
}
