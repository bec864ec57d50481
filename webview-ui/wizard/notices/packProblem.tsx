import * as l10n from "@vscode/l10n";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import type { WizardProps } from "../wizardProps.ts";

/** Why the pack could not be read, with *Retry*, and *Sign In* where that may help. Nothing if it could be read. */
export function PackProblem({ state, post }: WizardProps) {
  const { problem } = state.received;
  if (!problem) return null;
  const canSignIn = problem.code === "Unauthorized";
  return (
    <ProblemNotice message={problem.message}>
      <div class="buttons">
        {canSignIn && (
          <vscode-button onClick={() => post({ type: "signIn" })}>{l10n.t("Sign In to Boomi")}</vscode-button>
        )}
        <vscode-button
          appearance={canSignIn ? "secondary" : "primary"}
          onClick={() => post({ type: "reload" })}
        >
          {l10n.t("Retry")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
      </div>
    </ProblemNotice>
  );
}
