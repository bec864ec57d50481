import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import type { StoreBackups } from "../../backend/backups.ts";
import { errors } from "../../errors/errors.ts";
import type { ActiveBackend } from "../activeBackend.ts";
import { localBackendOptions } from "./localBackendOptions.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";

/** The backups of the store that the settings name, even if the store cannot be opened. @throws `Unsupported` */
export async function storeBackups(
  context: vscode.ExtensionContext,
  backend: ActiveBackend,
): Promise<StoreBackups> {
  if (readSetting("integrationPacks.backend") === "platform") {
    throw errors.unsupported(l10n.t("Only the local store has backups. Choose it with Select Backend…"));
  }
  const options = localBackendOptions(context);
  const [{ listBackups }, { packsOfBackup }, { restoreBackup }] = await Promise.all([
    import("../../backend/local/backup/listBackups.ts"),
    import("../../backend/local/backup/stageBackup.ts"),
    import("../../backend/local/backup/restoreBackup.ts"),
  ]);
  const { file: store } = options;
  return {
    store,
    list: () => Promise.resolve(listBackups(store)),
    packsOf: (backup) => Promise.resolve().then(() => packsOfBackup(backup, store)),
    restore: (backup) => backend.whileClosed(() => restoreBackup(options, backup)),
  };
}
