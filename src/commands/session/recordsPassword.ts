import * as l10n from "@vscode/l10n";
import type { RecordsSignIn } from "../../session/account/recordsSignIn.ts";
import type { Credentials } from "../../session/account/credentials.ts";
import type { Steps } from "../../ui/ask/steps.ts";
import { readSettingOr } from "../../ui/settings/readSetting.ts";

/** The password of shared records, which they accepted. */
export interface RecordsPassword {
  readonly signIn: RecordsSignIn;
  readonly password: string;
}

/** The shared records of the settings, if they do not accept the password that is known. */
export async function recordsWithoutPassword(credentials: Credentials): Promise<RecordsSignIn | undefined> {
  if (readSettingOr("integrationPacks.platform.records", "") === "") return undefined;
  const { recordsToSignInTo } = await import("../../session/account/recordsSignIn.ts");
  return recordsToSignInTo(credentials);
}

/** Asks for the password of shared records. The question ends only when they accept it. */
export async function askForRecordsPassword(steps: Steps, signIn: RecordsSignIn): Promise<RecordsPassword> {
  const password = await steps.text({
    prompt: l10n.t("Password of the shared records, for {0}", signIn.where),
    password: true,
    problem: (text) => (text === "" ? l10n.t("Enter a password.") : undefined),
    check: signIn.check,
  });
  return { signIn, password };
}
