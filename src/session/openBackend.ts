import { join } from "node:path";
import type * as vscode from "vscode";
import type { Log } from "../base/log.ts";
import type { Backend } from "../backend/backend.ts";
import type { Credentials } from "./account/credentials.ts";
import { readSetting } from "../ui/settings/readSetting.ts";

/** Opens the backend that the settings name. @throws `StoreUnavailable`, `Unauthorized`, `InvalidRequest` */
export async function openBackend(
  context: vscode.ExtensionContext,
  credentials: Credentials,
  log: Log,
): Promise<Backend> {
  if (readSetting("integrationPacks.backend") === "platform") {
    const [{ openPlatform }, { readingsName, recordsName, storageFile, storageFolder }] = await Promise.all([
      import("./openPlatform.ts"),
      import("./store/storageFolder.ts"),
    ]);
    const readings = join(storageFolder(context), readingsName);
    return openPlatform(credentials, storageFile(context, recordsName), readings, log);
  }
  const [{ openLocalBackend }, { localBackendOptions }] = await Promise.all([
    import("../backend/local/localBackend.ts"),
    import("./store/localBackendOptions.ts"),
  ]);
  return openLocalBackend(localBackendOptions(context));
}
