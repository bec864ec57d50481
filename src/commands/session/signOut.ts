import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import { platformAccount } from "../../session/account/platformAccount.ts";
import { showInformation } from "../../ui/notifications.ts";
import { readSettingOr } from "../../ui/settings/readSetting.ts";
import type { ActiveBackend } from "../../session/activeBackend.ts";
import type { Credentials } from "../../session/account/credentials.ts";

/** Dependencies of `signOut`. */
interface SignOutDependencies {
  readonly backend: Pick<ActiveBackend, "reopen">;
  readonly credentials: Pick<Credentials, "delete" | "deletePassword">;
}

/** Deletes the API tokens of everyone who signed in to the account that the settings name, and the password of its shared records. */
export async function signOut({ backend, credentials }: SignOutDependencies): Promise<void> {
  const deletion = credentials.delete(platformAccount());
  try {
    await deletePassword(credentials);
    void showInformation(outcomeText(await deletion));
  } finally {
    void backend.reopen();
  }
}

async function deletePassword(credentials: SignOutDependencies["credentials"]): Promise<void> {
  if (readSettingOr("integrationPacks.platform.records", "") === "") return;
  const { deleteRecordsPassword } = await import("../../session/account/recordsSignIn.ts");
  await deleteRecordsPassword(credentials);
}

function outcomeText(users: readonly string[]): string {
  const [user, ...others] = users;
  if (user === undefined) return l10n.t("You are not signed in to Boomi.");
  if (others.length === 0) {
    return l10n.t("You are signed out of Boomi. The API token of {0} was deleted from this computer.", user);
  }
  return l10n.t(
    "You are signed out of Boomi. The API tokens of {0} users were deleted from this computer: {1}.",
    users.length,
    listed(users),
  );
}
