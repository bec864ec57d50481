import type * as vscode from "vscode";
import type { Log } from "../base/log.ts";
import type { Backend } from "../backend/backend.ts";
import type { Credentials } from "./account/credentials.ts";
import { readSetting } from "../ui/readSetting.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unauthorized`, `InvalidRequest` */
export async function openBackend(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: Log,
): Promise<Backend> {
  if (readSetting("integrationPacks.backend") === "platform") {
    const [{ openPlatform }, { recordsName, storageFile }] = await Promise.all([
      import("./openPlatform.ts"),
      import("./store/storageFolder.ts"),
    ]);
    return openPlatform(credentials, storageFile(context, recordsName), log);
  }
  const [{ openLocalBackend }, { localBackendOptions }] = await Promise.all([
    import("../backend/local/localBackend.ts"),
    import("./store/localBackendOptions.ts"),
  ]);
  return openLocalBackend(localBackendOptions(context));
}
