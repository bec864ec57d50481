import path from "node:path";
import * as vscode from "vscode";
import type { LocalBackendOptions } from "../backend/local/localBackend.ts";
import { readSetting } from "../ui/readSetting.ts";
import { resolveStorePath } from "./resolveStorePath.ts";
import { storageFolder } from "./storageFolder.ts";
import { homeFolder, systemUserName } from "./systemUser.ts";

/** The options of the local backend, with the store file that the settings name. @throws `InvalidRequest` for its path */
export function localBackendOptions(context: vscode.ExtensionContext): LocalBackendOptions {
  return { ...localStore(context), user: systemUserName(), clock: () => new Date() };
}

/** The path of the store file. Its folder may be created only in the extension's own storage. */
function localStore(context: vscode.ExtensionContext): { file: string; createFolder: boolean } {
  const chosen = readSetting("integrationPacks.local.storePath").trim();
  if (chosen === "") {
    return { file: path.join(storageFolder(context), "integration-packs.db"), createFolder: true };
  }
  const workspaceFolder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const surroundings = { workspaceFolder, homeFolder: homeFolder(), paths: path };
  return { file: resolveStorePath(chosen, surroundings), createFolder: false };
}
