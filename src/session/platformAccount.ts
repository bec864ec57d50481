import { checkBaseUrl } from "../backend/platform/account/checkBaseUrl.ts";
import type { PlatformConnection } from "../backend/platform/account/platformConnection.ts";
import { readRestrictedSetting } from "../ui/settings.ts";

export type { PlatformConnection };

/** Which account of which platform the settings name; the user is who signed in to it last. */
export type PlatformAccount = Pick<PlatformConnection, "baseUrl" | "accountId" | "overrideAccount">;

/** The account of the settings; `accountId` may be `""`. @throws `InvalidRequest` for a URL that is not accepted */
export function platformAccount(): PlatformAccount {
  return {
    baseUrl: checkBaseUrl(readRestrictedSetting("integrationPacks.platform.baseUrl")),
    accountId: readRestrictedSetting("integrationPacks.platform.accountId"),
    overrideAccount: readRestrictedSetting("integrationPacks.platform.overrideAccount"),
  };
}

/** Checks them with one request; resolves to the account's name. @throws as any request does */
export async function checkCredentials(connection: PlatformConnection): Promise<string> {
  const { checkSignIn } = await import("../backend/platform/account/checkSignIn.ts");
  return checkSignIn(connection);
}
