import * as l10n from "@vscode/l10n";
import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";
import { accountKey, type PlatformConnection } from "../../backend/platform/account/platformConnection.ts";
import { homeFolder } from "../../backend/systemUser.ts";
import type { Surroundings } from "../terminal/surroundings.ts";
import { UsageError } from "../usageError.ts";

/** The file that records what is sent to the account: one for each address and account, in the user's state folder. @throws `UsageError` */
export function defaultRecords(
  connection: PlatformConnection,
  environment: Surroundings["environment"],
  platform: NodeJS.Platform = process.platform,
): string {
  const { baseUrl, accountId, overrideAccount } = connection;
  const readable = [new URL(baseUrl).host, accountId, overrideAccount]
    .filter((part) => part !== "")
    .join("-")
    .replace(/[^\w.-]+/g, "_")
    .slice(0, 80);
  // Two accounts may have the same readable name.
  const unique = createHash("sha256").update(accountKey(connection)).digest("hex").slice(0, 12);
  const paths = platform === "win32" ? win32 : posix;
  return paths.join(stateFolder(environment, platform), "integration-packs", `${readable}-${unique}.db`);
}

/** https://specifications.freedesktop.org/basedir-spec, and what the other systems have for it. */
function stateFolder(environment: Surroundings["environment"], platform: NodeJS.Platform): string {
  const { XDG_STATE_HOME, LOCALAPPDATA, HOME } = environment;
  if (platform === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  if (platform === "linux" && XDG_STATE_HOME?.startsWith("/")) return XDG_STATE_HOME;
  const home = HOME || homeFolder();
  if (home === undefined) throw noStateFolder();
  if (platform === "win32") return win32.join(home, "AppData", "Local");
  return platform === "darwin"
    ? posix.join(home, "Library", "Application Support")
    : posix.join(home, ".local", "state");
}

function noStateFolder(): UsageError {
  return new UsageError(
    l10n.t("This user has no home folder, so there is no place for the records of what is sent."),
    l10n.t("Name a file with --records or INTEGRATION_PACKS_RECORDS."),
  );
}
