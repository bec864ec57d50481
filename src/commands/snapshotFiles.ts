import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { SnapshotFacet } from "../backend/backend.ts";
import { errors } from "../errors.ts";
import { parseSnapshot } from "../model/snapshot.ts";
import { confirm, showInformation } from "../notifications.ts";
import type { Services } from "./command.ts";

/** What the dialogs for snapshot files offer. */
export const snapshotFilters = { [t("Integration Packs Snapshot")]: ["integration-packs.json", "json"] };

/** The facet, or the reason why there is none. @throws `Unsupported` */
export async function snapshotsOf({ backend }: Services): Promise<SnapshotFacet> {
  const { snapshots } = await backend.get();
  if (!snapshots) {
    throw errors.unsupported(
      t("Only the local store can be saved to and loaded from a snapshot. Choose it with Select Backend…"),
    );
  }
  return snapshots;
}

/** Replaces what the store holds by the file; a person is asked first when there is something to replace. */
export async function importFile(
  services: Services,
  file: vscode.Uri,
  name: string,
  byPerson: boolean,
): Promise<void> {
  const snapshots = await snapshotsOf(services);
  const snapshot = parseSnapshot(await readText(file));
  if (byPerson && !(await snapshots.isEmpty()) && !(await mayReplace(name))) return;
  const backup = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t("Importing {0}…", name) },
    () => snapshots.import(snapshot),
  );
  services.log.info(`Imported ${file.toString()}; backup: ${backup ?? "none, the store was empty"}`);
  if (!byPerson) return;
  const told = t("Imported {0} integration packs.", snapshot.packs.length);
  if (backup === undefined) {
    void showInformation(told);
  } else {
    void showInformation(t("{0} What was there before is kept in a backup.", told), {
      title: t("Show Backup"),
      run: () => vscode.window.showTextDocument(vscode.Uri.file(backup)),
    });
  }
}

function mayReplace(name: string): Promise<boolean> {
  return confirm(
    t("Replace everything in the store by {0}?", name),
    t(
      "All packs, releases, scheduled releases and accounts that the store holds are replaced. A backup is kept beside the store.",
    ),
    t("Replace"),
  );
}

async function readText(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw errors.invalidRequest(t('The snapshot "{0}" could not be read: {1}', file.fsPath, reason));
  }
}
