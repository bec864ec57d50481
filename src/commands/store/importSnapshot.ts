import { t } from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import type { Call, Services } from "../command.ts";
import { importSnapshotFile } from "./importSnapshotFile.ts";
import { snapshotFilters } from "./snapshotFilters.ts";

/** Replaces the content of the store with a snapshot file. */
export async function importSnapshot(services: Services, { args, byPerson }: Call): Promise<void> {
  const file = args[0] instanceof vscode.Uri ? args[0] : await askForFile();
  if (file) await importSnapshotFile(services, file, basename(file.path), byPerson);
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: t("Import Snapshot"),
    openLabel: t("Import"),
    filters: snapshotFilters,
  });
  return files?.[0];
}
