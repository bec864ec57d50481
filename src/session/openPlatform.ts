import type { Log } from "../base/log.ts";
import type { Backend } from "../backend/backend.ts";
import { platformErrors } from "../backend/platform/http/platformErrors.ts";
import { openPlatformBackend } from "../backend/platform/platformBackend.ts";
import type { PlatformOptions } from "../backend/platform/platformOptions.ts";
import type { Credentials } from "./account/credentials.ts";
import { platformAccount } from "./account/platformAccount.ts";
import { readSetting, readSettingOr } from "../ui/readSetting.ts";

/**
 * Opens the Boomi account that the settings name. `records` store what the platform does not.
 *
 * @throws `Unauthorized`, `InvalidRequest`
 */
export async function openPlatform(
  credentials: Credentials,
  records: PlatformOptions["records"],
  log: Log,
): Promise<Backend> {
  const connection = await credentials.find(platformAccount());
  if (!connection) throw platformErrors.notSignedIn();
  return openPlatformBackend({
    connection,
    requestsPerSecond: requestsPerSecond(),
    scheduleWith: readSetting("integrationPacks.platform.scheduleWith"),
    records,
    log,
  });
}

/** The setting, limited to what the platform allows. */
function requestsPerSecond(): number {
  const value = readSettingOr("integrationPacks.platform.requestsPerSecond", 5);
  return Math.min(Math.max(Math.floor(value), 1), 10);
}
