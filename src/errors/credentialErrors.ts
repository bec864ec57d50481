import * as l10n from "@vscode/l10n";
import { listed } from "../base/language.ts";
import { IntegrationPacksError, KeychainError } from "./errors.ts";

/** Creates the errors of the secret storage, such as a keychain that is locked. `reason` is its own message. */
export const credentialErrors = {
  unreadable: (reason: string, cause: unknown) =>
    new KeychainError(
      "Unauthorized",
      l10n.t(
        "The secret storage did not return the API token: {0} Unlock the keychain of this computer and retry, or sign in again.",
        asSentence(reason),
      ),
      { cause },
    ),
  notDeleted: (users: readonly string[], reason: string, cause: unknown) =>
    new IntegrationPacksError(
      "StoreUnavailable",
      l10n.t(
        "The secret storage did not delete the API token of {0}: {1} Unlock the keychain of this computer, then sign out again.",
        listed(users),
        asSentence(reason),
      ),
      { cause },
    ),
};

function asSentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
