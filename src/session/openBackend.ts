import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import type { LocalBackendOptions } from "../backend/local/localBackend.ts";
import { readSetting } from "../contributions.ts";
import type { Credentials } from "./credentials.ts";
import { readRestrictedSetting } from "../ui/settings.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unauthorized`, `InvalidRequest` */
export async function openBackend(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: vscode.LogOutputChannel,
): Promise<Backend> {
  if (readSetting("integrationPacks.backend", "local") === "platform") {
    const { openPlatform } = await import("./openPlatform.ts");
    return openPlatform(credentials, join(storageFolder(context), "boomi-platform.db"), log);
  }
  const { openLocalBackend } = await import("../backend/local/localBackend.ts");
  return openLocalBackend(localOptions(context));
}

/** How the local store is opened, wherever the settings say that it is. */
export function localOptions(context: vscode.ExtensionContext): LocalBackendOptions {
  return { ...localStore(context), user: userInfo().username, clock: () => new Date() };
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
