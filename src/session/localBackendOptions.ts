import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import * as vscode from "vscode";
import type { LocalBackendOptions } from "../backend/local/localBackend.ts";
import { readSetting } from "../ui/readSetting.ts";
import { storageFolder } from "./storageFolder.ts";

/** The options of the local backend, with the store file that the settings name. */
export function localBackendOptions(context: vscode.ExtensionContext): LocalBackendOptions {
  return { ...localStore(context), user: userInfo().username, clock: () => new Date() };
}

/** The path of the store file. Its folder may be created only in the extension's own storage. */
function localStore(context: vscode.ExtensionContext): { file: string; createFolder: boolean } {
  const chosen = readSetting("integrationPacks.local.storePath").trim();
  if (chosen === "") {
    return { file: join(storageFolder(context), "integration-packs.db"), createFolder: true };
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
  const path = chosen.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("${workspaceFolder}", folder);
  return { file: isAbsolute(path) ? path : resolve(folder, path), createFolder: false };
}
