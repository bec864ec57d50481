import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { errors } from "../../errors/errors.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Call, Services } from "../command.ts";
import { chooseBackup } from "./chooseBackup.ts";
import { packCountText } from "./packCountText.ts";

/** Replaces the content of the store with one of its backups. Also works when the store is damaged. */
export async function restoreBackup(services: Services, { args, byPerson }: Call): Promise<void> {
  const backups = await services.backups();
  const file = args.find((arg) => typeof arg === "string" || arg instanceof vscode.Uri);
  const backup = file === undefined ? await chooseBackup(services, backups) : pathOf(file);
  if (backup === undefined) return;
  const { packCount, packsMarkedMissed, replaced } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: t("Restoring the backup…") },
    () => backups.restore(backup),
  );
  services.log.info(
    `Restored ${backup} with ${packCount} packs; replaced: ${replaced ?? "nothing, the store was empty"}; ` +
      `scheduled releases marked missed: ${packsMarkedMissed.length}`,
  );
  if (!byPerson) return;
  const restored = t("Restored {0}.", packCountText(packCount));
  void showInformation(
    replaced === undefined ? restored : t("{0} What was there before is kept as {1}.", restored, replaced),
  );
}

/** The path of a backup that code passes. @throws `InvalidRequest` when it is not a local file */
function pathOf(file: string | vscode.Uri): string {
  const uri = typeof file === "string" ? vscode.Uri.file(file) : file;
  if (uri.scheme !== "file") {
    throw errors.invalidRequest(
      t("A backup is restored from a file of this computer. Give the URI of such a file."),
    );
  }
  return uri.fsPath;
}
