import * as l10n from "@vscode/l10n";
import { IntegrationPacksError, messageForUsers, type ErrorCode } from "../../errors/errors.ts";
import { oneLine } from "../../model/text/visibleText.ts";

/** Why a call of a tool failed, as JSON. */
export interface ToolFailure {
  /** `Unexpected` for a fault of the program. */
  readonly code: ErrorCode | "Unexpected";
  /** What happened. */
  readonly message: string;
  /** What the agent can do next. */
  readonly next: string;
}

/** The failure that an error stands for. */
export function toolFailure(error: unknown): ToolFailure {
  const code = error instanceof IntegrationPacksError ? error.code : "Unexpected";
  return { code, message: oneLine(messageForUsers(error)), next: nextStep(code) };
}

function nextStep(code: ToolFailure["code"]): string {
  switch (code) {
    case "NotFound":
      return l10n.t("Call list_packs or show_pack for the ids and versions that exist, then call again.");
    case "InvalidRequest":
      return l10n.t("Correct the input as the message says, then call again.");
    case "NothingToRelease":
      return l10n.t(
        "Report that there is nothing to release. show_pack shows the versions of each component.",
      );
    case "Conflict":
      return l10n.t("Draft the plan again with draft_plan, and show the person what differs.");
    case "Unauthorized":
      return l10n.t(
        "Ask the person to sign in or to correct the credentials. Never ask for a token yourself.",
      );
    case "Forbidden":
      return l10n.t("Ask the person for an account that has the privilege.");
    case "RateLimited":
    case "Unreachable":
      return l10n.t("Wait a minute, then call again once. If it fails again, report it.");
    case "Unsupported":
      return l10n.t("Report that this backend cannot do it.");
    case "AlreadyScheduled":
    case "OutcomeUnknown":
    case "StoreUnavailable":
    case "Unexpected":
      return l10n.t("Report the message to the person; calling again does not help by itself.");
  }
}
