import * as l10n from "@vscode/l10n";
import { IntegrationPacksError } from "../../../errors/errors.ts";
import type { NotAsked } from "../../../model/installation/installationReading.ts";

/** Creates the errors of readings of installations. */
export const installationErrors = {
  cancelled: () =>
    new IntegrationPacksError(
      "Unreachable",
      l10n.t("The reading was cancelled before Boomi had listed the accounts. Read again."),
    ),
  notAsked: ({ code = "Unreachable", message }: NotAsked) => new IntegrationPacksError(code, message),
  notReadable: () =>
    new IntegrationPacksError(
      "Unreachable",
      l10n.t("The answer about the account cannot be read. Read again; if it stays so, show the log."),
    ),
};

/** The codes of failures by which an account refuses. Asking again does not help. */
const refusals: ReadonlySet<string> = new Set(["Forbidden", "NotFound", "InvalidRequest", "Unsupported"]);

/** Why an account could not be asked. */
export function notAskedBecause({ code, message }: IntegrationPacksError): NotAsked {
  return refusals.has(code)
    ? { reason: "refused", code, message: l10n.t("The account refused: {0}", message) }
    : { reason: "unanswered", code, message };
}

/** The account was not asked, because a person cancelled the reading. */
export function notAskedYet(): NotAsked {
  return { reason: "cancelled", message: l10n.t("The reading was cancelled before. Read again.") };
}
