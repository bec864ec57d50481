import * as l10n from "@vscode/l10n";
import type { RecordsSignIn } from "../../session/account/recordsSignIn.ts";
import { checkCredentials } from "../../session/account/checkCredentials.ts";
import type { Credentials } from "../../session/account/credentials.ts";
import {
  platformAccount,
  type PlatformAccount,
  type PlatformConnection,
} from "../../session/account/platformAccount.ts";
import { addressProblem, checkBaseUrl, regions } from "../../session/account/regions.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import type { Steps } from "../../ui/ask/steps.ts";
import { showInformation, showWarning } from "../../ui/notifications.ts";
import { isSet } from "../../ui/settings/readSetting.ts";
import { writeSetting } from "../../ui/settings/settings.ts";
import type { Services } from "../command.ts";
import { askForRecordsPassword, recordsWithoutPassword, type RecordsPassword } from "./recordsPassword.ts";
import { signInProblem } from "./signInProblem.ts";

/**
 * Asks for the region, the account and the credentials that are missing, checks them with one request to the account, stores
 * them, and switches to the platform backend. Views and wizards then read their data again. Where only the password of the
 * shared records is missing or wrong, it asks for nothing else.
 */
export async function signIn(services: Services): Promise<void> {
  const { backend, credentials } = services;
  const known = platformAccount();
  const shared = await recordsWithoutPassword(credentials);
  if (shared && (await isSignedIn(known, credentials))) return signInToRecords(services, shared);
  const answered = await multiStep(l10n.t("Sign In to Boomi"), 2, (steps) =>
    askForConnection(steps, known, credentials),
  );
  if (!answered) return;
  const { connection, accountName, records } = answered.value;
  const problem = (await credentials.store(connection)) ?? (await records?.signIn.store(records.password));
  if (!isSet("integrationPacks.platform.baseUrl")) {
    await writeSetting("integrationPacks.platform.baseUrl", connection.baseUrl);
  }
  if (known.accountId === "") await writeSetting("integrationPacks.platform.accountId", connection.accountId);
  await writeSetting("integrationPacks.backend", "platform");
  void backend.reopen();
  report(l10n.t("You are signed in to Boomi: {0}.", accountName || connection.accountId), problem);
}

/** Asks for the password of the shared records alone. */
async function signInToRecords({ backend }: Services, shared: RecordsSignIn): Promise<void> {
  const answered = await multiStep(l10n.t("Sign In to the Shared Records"), 1, (steps) =>
    askForRecordsPassword(steps, shared),
  );
  if (!answered) return;
  const problem = await shared.store(answered.value.password);
  await writeSetting("integrationPacks.backend", "platform");
  void backend.reopen();
  report(l10n.t("You are signed in to the shared records: {0}.", shared.where), problem);
}

/** Whether Boomi accepts the user and the token that are stored for the account. */
async function isSignedIn(account: PlatformAccount, credentials: Credentials): Promise<boolean> {
  const connection = account.accountId === "" ? undefined : await credentials.find(account);
  if (!connection) return false;
  return checkCredentials(connection).then(
    () => true,
    () => false,
  );
}

/** Shows the sign-in, and why the secret storage did not accept something of it. */
function report(signedIn: string, problem: string | undefined): void {
  if (problem === undefined) {
    void showInformation(signedIn);
  } else {
    void showWarning(
      l10n.t(
        "{0} The secret storage did not accept the API token or the password, so this sign-in ends with the window. Unlock the keychain of this computer, then sign in again. {1}",
        signedIn,
        problem,
      ),
    );
  }
}

/** Asks for region, account, user and token. The question for the token ends only when the platform accepts all of them. */
async function askForConnection(
  steps: Steps,
  known: PlatformAccount,
  credentials: Credentials,
): Promise<{ connection: PlatformConnection; accountName: string; records: RecordsPassword | undefined }> {
  const asksForRegion = !isSet("integrationPacks.platform.baseUrl");
  const asksForAccount = known.accountId === "";
  steps.totalSteps = 2 + (asksForRegion ? 1 : 0) + (asksForAccount ? 1 : 0);
  const baseUrl = asksForRegion ? await askForRegion(steps) : known.baseUrl;
  const accountId = asksForAccount ? await askForAccount(steps) : known.accountId;
  const user = (
    await steps.text({
      prompt: l10n.t("User name: the e-mail address that you use in Boomi"),
      value: credentials.lastUserOf({ ...known, baseUrl, accountId }) ?? "",
      problem: (text) => (isMailAddress(text) ? undefined : l10n.t("Enter an e-mail address.")),
    })
  ).trim();
  let accountName = "";
  const connectionWith = (text: string) => ({ ...known, baseUrl, accountId, user, token: text.trim() });
  const token = await steps.text({
    prompt: l10n.t("API token, created in Boomi under Settings, My User Settings, Platform API Tokens"),
    password: true,
    problem: (text) => (text.trim() === "" ? l10n.t("Enter an API token.") : undefined),
    check: async (text) => {
      const connection = connectionWith(text);
      try {
        accountName = await checkCredentials(connection);
        return undefined;
      } catch (error) {
        return signInProblem(error, connection);
      }
    },
  });
  const shared = await recordsWithoutPassword(credentials);
  if (shared) steps.totalSteps += 1;
  return {
    connection: connectionWith(token),
    accountName,
    records: shared && (await askForRecordsPassword(steps, shared)),
  };
}

/** Asks for the region of the platform. Resolves to its address. */
async function askForRegion(steps: Steps): Promise<string> {
  const baseUrl = await steps.pick<string | undefined>({
    placeholder: l10n.t("Select the region of your Boomi account"),
    picks: [
      ...regions().map((region) => ({
        label: region.name,
        description: region.baseUrl,
        value: region.baseUrl,
      })),
      { label: l10n.t("Another Address…"), value: undefined },
    ],
  });
  if (baseUrl !== undefined) return baseUrl;
  steps.totalSteps += 1;
  const address = await steps.text({
    prompt: l10n.t("Address of the Boomi Platform, such as https://api.boomi.com"),
    problem: addressProblem,
  });
  return checkBaseUrl(address);
}

async function askForAccount(steps: Steps): Promise<string> {
  const answer = await steps.text({
    prompt: l10n.t("Account ID, as Boomi shows it under Settings, Account Information and Setup"),
    problem: (text) => (text.trim() === "" ? l10n.t("Enter an account ID.") : undefined),
  });
  return answer.trim();
}

/** Whether the text looks like an e-mail address. `:` would end the user name in Basic authentication. */
function isMailAddress(text: string): boolean {
  return /^[^\s@:]+@[^\s@:]+$/.test(text.trim());
}
