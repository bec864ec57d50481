import path from "node:path";
import * as vscode from "vscode";
import type { LocalBackendOptions } from "../../backend/local/localBackend.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";
import { resolveStorePath } from "./resolveStorePath.ts";
import { storageFile, storeName, type StorageContext } from "./storageFolder.ts";
import { homeFolder, systemUserName } from "../../backend/systemUser.ts";

/** The options of the local backend, with the store file that the settings name. @throws `InvalidRequest` for its path */
export function localBackendOptions(context: StorageContext): LocalBackendOptions {
  return { ...localStore(context), user: systemUserName(), clock: () => new Date() };
}

/** The path of the store file. Its folder may be created only in the extension's own storage. */
function localStore(context: StorageContext): Omit<LocalBackendOptions, "user" | "clock"> {
  const chosen = readSetting("integrationPacks.local.storePath").trim();
  if (chosen === "") {
    return storageFile(context, storeName);
  }
  const workspaceFolder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const surroundings = { workspaceFolder, homeFolder: homeFolder(), paths: path };
  return { file: resolveStorePath(chosen, surroundings), createFolder: false };
}
