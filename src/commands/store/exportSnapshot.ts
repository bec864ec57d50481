import { t } from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import { showInformation } from "../../ui/notifications.ts";
import type { Call, Services } from "../command.ts";
import { snapshotFilters } from "./snapshotFilters.ts";
import { snapshotTarget } from "./snapshotTarget.ts";

/** Saves the whole store as a snapshot file. */
export async function exportSnapshot(services: Services, { args, byPerson }: Call): Promise<void> {
  const files = await services.snapshotFiles();
  await files.snapshots();
  const file = args[0] instanceof vscode.Uri ? args[0] : await askForFile();
  if (!file) return;
  await files.exportTo(file);
  if (!byPerson) return;
  void showInformation(t("Exported the store to {0}.", basename(file.path)), {
    title: t("Open"),
    run: () => vscode.window.showTextDocument(file),
  });
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const defaultUri = snapshotTarget();
  return vscode.window.showSaveDialog({
    title: t("Export Snapshot"),
    saveLabel: t("Export"),
    filters: snapshotFilters,
    ...(defaultUri && { defaultUri }),
  });
}
