import { t } from "@vscode/l10n";
import { platformAccount } from "../../session/platformAccount.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Services } from "../command.ts";

/** Deletes the API token of the account that the settings name. */
export async function signOut({ backend, credentials }: Services): Promise<void> {
  const account = platformAccount();
  const wasSignedIn = await credentials.delete(account);
  void backend.reopen();
  void showInformation(
    wasSignedIn
      ? t("You are signed out of Boomi. The API token was deleted from this computer.")
      : t("You are not signed in to Boomi."),
  );
}
