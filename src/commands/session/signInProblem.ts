import * as l10n from "@vscode/l10n";
import { IntegrationPacksError, messageForUsers } from "../../errors/errors.ts";
import type { PlatformConnection } from "../../session/account/platformAccount.ts";

/** Why Boomi did not accept a sign-in, and which of the answers may be wrong. */
export function signInProblem(
  error: unknown,
  { user, accountId, baseUrl }: Pick<PlatformConnection, "user" | "accountId" | "baseUrl">,
): string {
  const code = error instanceof IntegrationPacksError ? error.code : "Unreachable";
  const region = new URL(baseUrl).host;
  if (code === "Unauthorized") {
    return l10n.t("Sign-in failed. Check the token, the user name {0}, and the region {1}.", user, region);
  }
  if (code === "Forbidden") {
    return l10n.t(
      "Boomi accepts the user name and the token, but not for the account {0}. Check the account ID. {1}",
      accountId,
      messageForUsers(error),
    );
  }
  if (code === "NotFound" || code === "InvalidRequest") {
    return l10n.t(
      "Sign-in failed. Check the account ID {0} and the region {1}. {2}",
      accountId,
      region,
      messageForUsers(error),
    );
  }
  return messageForUsers(error);
}
