import * as l10n from "@vscode/l10n";
import { checkBaseUrl } from "../../backend/platform/account/checkBaseUrl.ts";
import type { PlatformConnection } from "../../backend/platform/account/platformConnection.ts";
import { messageOf } from "../../base/messageOf.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";

const defaultBaseUrl = "https://api.boomi.com";

/** The account and the user in the environment. @throws `UsageError` that names what is missing */
export function connectionFromEnvironment(environment: Surroundings["environment"]): PlatformConnection {
  const read = (name: string) => environment[name]?.trim() ?? "";
  const missing = ["BOOMI_ACCOUNT_ID", "BOOMI_USER", "BOOMI_TOKEN"].filter((name) => read(name) === "");
  if (missing.length > 0) {
    throw new UsageError(
      l10n.t("The account to sign in to is not complete: {0} is not set.", missing.join(", ")),
      l10n.t("Set the environment variables BOOMI_ACCOUNT_ID, BOOMI_USER and BOOMI_TOKEN."),
    );
  }
  return {
    baseUrl: baseUrlOf(read("BOOMI_BASE_URL")),
    accountId: read("BOOMI_ACCOUNT_ID"),
    overrideAccount: read("BOOMI_OVERRIDE_ACCOUNT"),
    user: read("BOOMI_USER"),
    token: read("BOOMI_TOKEN"),
  };
}

function baseUrlOf(text: string): string {
  try {
    return checkBaseUrl(text === "" ? defaultBaseUrl : text);
  } catch (error) {
    throw new UsageError(
      messageOf(error).replaceAll("integrationPacks.platform.baseUrl", "BOOMI_BASE_URL"),
      l10n.t("Correct the environment variable BOOMI_BASE_URL."),
      { cause: error },
    );
  }
}
