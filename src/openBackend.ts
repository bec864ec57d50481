import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import * as vscode from "vscode";
import type { Backend } from "./backend/backend.ts";
import { platformErrors } from "./backend/platform/platformErrors.ts";
import { readSetting } from "./contributions.ts";
import { platformAccount, type Credentials } from "./platformAccount.ts";
import { readRestrictedSetting } from "./settings.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unauthorized`, `InvalidRequest` */
export async function openBackend(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: vscode.LogOutputChannel,
): Promise<Backend> {
  if (readSetting("integrationPacks.backend", "local") === "platform") {
    return openPlatform(context, credentials, log);
  }
  const { openLocalBackend } = await import("./backend/local/localBackend.ts");
  return openLocalBackend({ ...localStore(context), user: userInfo().username, clock: () => new Date() });
}

async function openPlatform(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: vscode.LogOutputChannel,
): Promise<Backend> {
  const connection = await credentials.find(platformAccount());
  if (!connection) throw platformErrors.notSignedIn();
  const { openPlatformBackend } = await import("./backend/platform/platformBackend.ts");
  return openPlatformBackend({
    connection,
    requestsPerSecond: requestsPerSecond(),
    scheduleWith: readSetting("integrationPacks.platform.scheduleWith", "platform"),
    records: { file: join(storageFolder(context), "boomi-platform.db"), createFolder: true },
    log,
  });
}

/** The setting, held to what the platform allows. */
function requestsPerSecond(): number {
  const value: unknown = readSetting("integrationPacks.platform.requestsPerSecond", 5);
  return typeof value === "number" && Number.isFinite(value)
    ? Math.min(Math.max(Math.floor(value), 1), 10)
    : 5;
}

/** The workspace's own folder, outside the workspace. */
function storageFolder({ storageUri, globalStorageUri }: vscode.ExtensionContext): string {
  return (storageUri ?? globalStorageUri).fsPath;
}

/** Where the local store is, and whether its folder may be made: only the extension's own storage is. */
function localStore(context: vscode.ExtensionContext): { file: string; createFolder: boolean } {
  const chosen = readRestrictedSetting("integrationPacks.local.storePath");
  if (chosen === "") {
    return { file: join(storageFolder(context), "integration-packs.db"), createFolder: true };
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
  const path = chosen.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("${workspaceFolder}", folder);
  return { file: isAbsolute(path) ? path : resolve(folder, path), createFolder: false };
}
