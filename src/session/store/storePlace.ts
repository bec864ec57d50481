import * as l10n from "@vscode/l10n";
import path from "node:path";
import * as vscode from "vscode";
import { relocateStore } from "../../backend/local/relocateStore.ts";
import { errors } from "../../errors/errors.ts";
import { readSetting } from "../../ui/settings/readSetting.ts";
import { writeSetting } from "../../ui/settings/settings.ts";
import type { ActiveBackend } from "../activeBackend.ts";
import { settingForPath } from "./settingForPath.ts";
import { storageFolder, storeName, type StorageContext } from "./storageFolder.ts";

/** The store in the storage of the workspace, which can get another place. */
export interface StorePlace {
  readonly file: string;
  /** The place that the dialog proposes; none without a folder. */
  readonly proposal: vscode.Uri | undefined;
  /** Moves the store with its backups, and has `integrationPacks.local.storePath` name it. @throws `StoreUnavailable` */
  moveTo(file: string): Promise<void>;
}

/** @throws `Unsupported` where the store is not in the storage of the workspace */
export function storePlace(context: StorageContext, backend: Pick<ActiveBackend, "whileClosed">): StorePlace {
  const isElsewhere = readSetting("integrationPacks.local.storePath").trim() !== "";
  if (readSetting("integrationPacks.backend") !== "local" || isElsewhere) {
    throw errors.unsupported(
      l10n.t(
        "Only the local store in VS Code's storage is moved. Change integrationPacks.local.storePath to use another file.",
      ),
    );
  }
  const file = path.join(storageFolder(context), storeName);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return {
    file,
    proposal: folder && vscode.Uri.joinPath(folder, storeName),
    moveTo: (to) =>
      backend.whileClosed(async () => {
        relocateStore(file, to);
        const workspaceFolder = folder?.fsPath;
        await writeSetting(
          "integrationPacks.local.storePath",
          settingForPath(to, { workspaceFolder, paths: path }),
        );
      }),
  };
}
