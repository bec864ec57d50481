import { t } from "@vscode/l10n";
import { PageHeading } from "../shared/pageHeading.tsx";
import { ProblemNotice } from "../shared/problemNotice.tsx";
import { tryAgain } from "./state/receiveSubmission.ts";
import type { Problem } from "./state/wizardState.ts";
import { changeStored, type WizardProps } from "./wizardProps.ts";

interface FailurePageProps extends WizardProps {
  readonly rejection: Problem;
}

/** The page after a rejection: why, what did and did not happen, and *Try Again* with the user's choices. */
export function FailurePage({ state, change, post, rejection }: FailurePageProps) {
  const { code, message } = rejection;
  const isScheduled = state.stored.option === "date";
  const heading = isScheduled ? t("The Release Was Not Scheduled") : t("The Pack Was Not Released");
  const retry = () => {
    change(changeStored(tryAgain));
    post({ type: "reload" });
  };
  return (
    <>
      <PageHeading>{code === "OutcomeUnknown" ? t("The Outcome Is Not Known") : heading}</PageHeading>
      <p class="pack-name">{state.stored.shown?.pack.name}</p>
      <ProblemNotice message={message} />
      <p>
        {code === "OutcomeUnknown"
          ? t(
              "The release may or may not have been made. It is not sent again by itself. Try Again reads the pack first, so that you see what it runs before you decide.",
            )
          : t("Nothing was released, and no account was changed. Your choices are kept.")}
      </p>
      <div class="buttons">
        {code === "Unauthorized" && (
          <vscode-button onClick={() => post({ type: "signIn" })}>{t("Sign In to Boomi")}</vscode-button>
        )}
        <vscode-button appearance={code === "Unauthorized" ? "secondary" : "primary"} onClick={retry}>
          {t("Try Again")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {t("Cancel")}
        </vscode-button>
      </div>
    </>
  );
}
