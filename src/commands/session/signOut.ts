import { t } from "@vscode/l10n";
import { showInformation } from "../../ui/notifications.ts";
import { platformAccount } from "../../session/platformAccount.ts";
import type { Services } from "../command.ts";

/** Forgets the token of the account that the settings name. */
export async function signOut({ backend, credentials }: Services): Promise<void> {
  const account = platformAccount();
  const forgotten = await credentials.delete(account);
  await backend.reopen();
  void showInformation(
    forgotten
      ? t("You are signed out of Boomi. The API token was deleted from this computer.")
      : t("You are not signed in to Boomi."),
  );
}
