import * as l10n from "@vscode/l10n";
import type { ConfirmedRequest } from "../../../src/protocol/wizard/wizardRequest.ts";
import type { Problem } from "../state/wizardState.ts";

/** The heading of a failure, and what did and did not happen. */
export interface FailureTexts {
  readonly heading: string;
  readonly consequence: string;
}

/** What the page says after a rejection of a request to release or to schedule. */
export function failureTexts({ code }: Problem, type: ConfirmedRequest["type"]): FailureTexts {
  if (code === "OutcomeUnknown") {
    return {
      heading: l10n.t("The Outcome Is Not Known"),
      consequence:
        type === "schedule"
          ? l10n.t(
              "The scheduled release was sent, but its outcome is not known. No account was changed yet. It is not sent again by itself. Refresh and look at the pack before you decide.",
            )
          : l10n.t(
              "The release was sent, but its outcome is not known. Accounts may have been updated. It is not sent again by itself. Refresh and look at the pack before you decide.",
            ),
    };
  }
  return {
    heading:
      code === "AlreadyScheduled"
        ? l10n.t("A Release Is Already Scheduled")
        : type === "schedule"
          ? l10n.t("The Release Was Not Scheduled")
          : l10n.t("The Pack Was Not Released"),
    consequence: l10n.t("Nothing was released, and no account was changed. Your choices are kept."),
  };
}
