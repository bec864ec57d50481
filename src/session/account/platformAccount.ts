import { checkBaseUrl } from "../../backend/platform/account/checkBaseUrl.ts";
import type { PlatformConnection } from "../../backend/platform/account/platformConnection.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";

// Commands may not import from a backend.
export type { PlatformConnection };

/** An account of a platform, without the user who signs in to it. */
export type PlatformAccount = Pick<PlatformConnection, "baseUrl" | "accountId" | "overrideAccount">;

/** The account that the settings name; `accountId` may be `""`. @throws `InvalidRequest` for a URL that is not accepted */
export function platformAccount(): PlatformAccount {
  return {
    baseUrl: checkBaseUrl(readSetting("integrationPacks.platform.baseUrl").trim()),
    accountId: readSetting("integrationPacks.platform.accountId").trim(),
    overrideAccount: readSetting("integrationPacks.platform.overrideAccount").trim(),
  };
}
