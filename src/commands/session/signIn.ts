import { t } from "@vscode/l10n";
import { messageForUsers } from "../../errors/errors.ts";
import { showInformation } from "../../ui/notifications.ts";
import { platformAccount, type PlatformConnection } from "../../session/platformAccount.ts";
import { checkCredentials } from "../../session/checkCredentials.ts";
import { writeSetting } from "../../ui/settings.ts";
import type { Services } from "../command.ts";
import { multiStep, type Steps } from "../ask/multiStep.ts";

/**
 * Asks for what is missing, checks it with one request to the account, keeps it, and goes on with the platform: views and
 * wizards read again what they could not read before.
 */
export async function signIn({ backend, credentials }: Services): Promise<void> {
  const known = platformAccount();
  const { accountId } = known;
  const user = credentials.lastUserOf(known) ?? "";
  const answered = await multiStep(t("Sign In to Boomi"), accountId === "" ? 3 : 2, (steps) =>
    askAndCheck(steps, { ...known, user, token: "" }),
  );
  if (!answered) return;
  const { connection, accountName } = answered;
  await credentials.store(connection);
  if (accountId === "") await writeSetting("integrationPacks.platform.accountId", connection.accountId);
  await writeSetting("integrationPacks.backend", "platform");
  await backend.reopen();
  void showInformation(t("You are signed in to Boomi: {0}.", accountName || connection.accountId));
}

/** The last question is not over before the platform has accepted the answers. */
async function askAndCheck(
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
      problem: (text) => (isAddress(text) ? undefined : t("An e-mail address is required.")),
    })
  ).trim();
  let accountName = "";
  const connected = (text: string) => ({ ...known, accountId, user, token: text.trim() });
  const token = await steps.text({
    prompt: t("API token, made in Boomi under Settings, My User Settings, Platform API Tokens"),
    password: true,
    problem: (text) => (text.trim() === "" ? t("An API token is required.") : undefined),
    check: async (text) => {
      try {
        accountName = await checkCredentials(connected(text));
        return undefined;
      } catch (error) {
        return messageForUsers(error);
      }
    },
  });
  return { connection: connected(token), accountName };
}

/** `:` would end the user name in Basic authentication. */
function isAddress(text: string): boolean {
  return /^[^\s@:]+@[^\s@:]+$/.test(text.trim());
}
