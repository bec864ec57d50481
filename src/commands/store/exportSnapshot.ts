import { t } from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import { formatSnapshot } from "../../model/snapshot/formatSnapshot.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Call, Services } from "../command.ts";
import { snapshotFilters, snapshotsOf } from "./snapshotFiles.ts";

/** Saves the whole store as a snapshot file. */
export async function exportSnapshot(services: Services, { args, byPerson }: Call): Promise<void> {
  const snapshots = await snapshotsOf(services);
  const file = args[0] instanceof vscode.Uri ? args[0] : await askForFile();
  if (!file) return;
  const text = formatSnapshot(await snapshots.export());
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  services.log.info(`Exported the store to ${file.toString()}`);
  if (!byPerson) return;
  void showInformation(t("Exported the store to {0}.", basename(file.path)), {
    title: t("Open"),
    run: () => vscode.window.showTextDocument(file),
  });
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = "store.integration-packs.json";
  return vscode.window.showSaveDialog({
    title: t("Export Snapshot"),
    saveLabel: t("Export"),
    filters: snapshotFilters,
    defaultUri: folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name),
  });
}
