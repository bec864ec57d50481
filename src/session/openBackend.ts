import type * as vscode from "vscode";
import type { Backend } from "../backend/backend.ts";
import type { Credentials } from "./account/credentials.ts";
import { localBackendOptions } from "./store/localBackendOptions.ts";
import { recordsName, storageFile } from "./store/storageFolder.ts";
import { readSetting } from "../ui/readSetting.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unauthorized`, `InvalidRequest` */
export async function openBackend(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: vscode.LogOutputChannel,
): Promise<Backend> {
  if (readSetting("integrationPacks.backend") === "platform") {
    const { openPlatform } = await import("./openPlatform.ts");
    return openPlatform(credentials, storageFile(context, recordsName), log);
  }
  const { openLocalBackend } = await import("../backend/local/localBackend.ts");
  return openLocalBackend(localBackendOptions(context));
}
