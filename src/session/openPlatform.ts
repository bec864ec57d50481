import type { Log } from "../base/log.ts";
import type { Backend } from "../backend/backend.ts";
import { platformErrors } from "../backend/platform/http/platformErrors.ts";
import { openPlatformBackend } from "../backend/platform/platformBackend.ts";
import type { PlatformOptions } from "../backend/platform/platformOptions.ts";
import type { Credentials } from "./account/credentials.ts";
import { platformAccount } from "./account/platformAccount.ts";
import { recordsServer } from "./account/recordsPlace.ts";
import { readSetting, readSettingOr } from "../ui/settings/readSetting.ts";
import { missedReleases } from "../ui/settings/settings.ts";

/**
 * Opens the Boomi account that the settings name. What the platform does not report is stored in shared records, or in the file
 * where the settings name none.
 *
 * `readings` is the folder for the latest readings of installations.
 *
 * @throws `Unauthorized`, `InvalidRequest`
 */
export async function openPlatform(
  credentials: Credentials,
  file: PlatformOptions["records"],
  readings: string,
  log: Log,
): Promise<Backend> {
  const connection = await credentials.find(platformAccount());
  if (!connection) throw platformErrors.notSignedIn();
  return openPlatformBackend({
    connection,
    requestsPerSecond: requestsPerSecond(),
    scheduleWith: readSetting("integrationPacks.platform.scheduleWith"),
    missedReleases,
    records: recordsServer(credentials) ?? file,
    readings,
    log,
  });
}

/** The setting, limited to what the platform allows. */
function requestsPerSecond(): number {
  const value = readSettingOr("integrationPacks.platform.requestsPerSecond", 5);
  return Math.min(Math.max(Math.floor(value), 1), 10);
}
