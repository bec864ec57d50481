import { t } from "@vscode/l10n";
import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import * as vscode from "vscode";
import type { Backend } from "./backend/backend.ts";
import { readSetting } from "./contributions.ts";
import { errors } from "./errors.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unsupported` */
export async function openBackend(context: vscode.ExtensionContext): Promise<Backend> {
  if (readSetting("integrationPacks.backend", "local") === "platform") {
    throw errors.unsupported(
      t(
        "This version of the extension cannot reach the Boomi Platform yet. Choose the local store with Select Backend…",
      ),
    );
  }
  const { openLocalBackend } = await import("./backend/local/localBackend.ts");
  return openLocalBackend({ ...localStore(context), user: userInfo().username, clock: () => new Date() });
}

/** Where the local store is, and whether its folder may be made: only the extension's own storage is. */
function localStore(context: vscode.ExtensionContext): { file: string; createFolder: boolean } {
  const chosen = chosenStorePath();
  if (chosen === "") {
    const storage = context.storageUri ?? context.globalStorageUri;
    return { file: join(storage.fsPath, "integration-packs.db"), createFolder: true };
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
  const path = chosen.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("${workspaceFolder}", folder);
  return { file: isAbsolute(path) ? path : resolve(folder, path), createFolder: false };
}

function chosenStorePath(): string {
  if (vscode.workspace.isTrusted) return readSetting("integrationPacks.local.storePath", "").trim();
  const values = vscode.workspace.getConfiguration().inspect<string>("integrationPacks.local.storePath");
  return (values?.globalValue ?? "").trim();
}
