import { t } from "@vscode/l10n";
import { messageForUsers } from "../../errors/errors.ts";
import { checkCredentials } from "../../session/account/checkCredentials.ts";
import { platformAccount, type PlatformConnection } from "../../session/account/platformAccount.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import type { Steps } from "../../ui/ask/steps.ts";
import { showInformation, showWarning } from "../../ui/notifications.ts";
import { writeSetting } from "../../ui/settings.ts";
import type { Services } from "../command.ts";

/**
 * Asks for the credentials that are missing, checks them with one request to the account, stores them, and switches to the
 * platform backend. Views and wizards then read their data again.
 */
export async function signIn({ backend, credentials }: Services): Promise<void> {
  const known = platformAccount();
  const { accountId } = known;
  const user = credentials.lastUserOf(known) ?? "";
  const answered = await multiStep(t("Sign In to Boomi"), accountId === "" ? 3 : 2, (steps) =>
    askForConnection(steps, { ...known, user, token: "" }),
  );
  if (!answered) return;
  const { connection, accountName } = answered.value;
  const problem = await credentials.store(connection);
  if (accountId === "") await writeSetting("integrationPacks.platform.accountId", connection.accountId);
  await writeSetting("integrationPacks.backend", "platform");
  void backend.reopen();
  const signedIn = t("You are signed in to Boomi: {0}.", accountName || connection.accountId);
  if (problem === undefined) {
    void showInformation(signedIn);
  } else {
    void showWarning(
      t(
        "{0} The secret storage did not accept the API token, so this sign-in ends with the window. Unlock the keychain of this computer, then sign in again. {1}",
        signedIn,
        problem,
      ),
    );
  }
}

/** Asks for account, user and token. The question for the token ends only when the platform accepts them. */
async function askForConnection(
  steps: Steps,
  known: PlatformConnection,
): Promise<{ connection: PlatformConnection; accountName: string }> {
  const accountId =
    known.accountId ||
    (
      await steps.text({
        prompt: t("Account ID, as Boomi shows it under Settings, Account Information and Setup"),
        problem: (text) => (text.trim() === "" ? t("An account ID is required.") : undefined),
      })
    ).trim();
  const user = (
    await steps.text({
      prompt: t("User name: the e-mail address that you use in Boomi"),
      value: known.user,
      problem: (text) => (isMailAddress(text) ? undefined : t("An e-mail address is required.")),
    })
  ).trim();
  let accountName = "";
  const connectionWith = (text: string) => ({ ...known, accountId, user, token: text.trim() });
  const token = await steps.text({
    prompt: t("API token, made in Boomi under Settings, My User Settings, Platform API Tokens"),
    password: true,
    problem: (text) => (text.trim() === "" ? t("An API token is required.") : undefined),
    check: async (text) => {
      try {
        accountName = await checkCredentials(connectionWith(text));
        return undefined;
      } catch (error) {
        return messageForUsers(error);
      }
    },
  });
  return { connection: connectionWith(token), accountName };
}

/** Whether the text looks like an e-mail address. `:` would end the user name in Basic authentication. */
function isMailAddress(text: string): boolean {
  return /^[^\s@:]+@[^\s@:]+$/.test(text.trim());
}
