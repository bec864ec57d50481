import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { BackupReason, StoreBackup, StoreBackups } from "../../backend/backups.ts";
import { errors } from "../../errors/errors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { packsToMarkMissed } from "../../model/schedule/packsToMarkMissed.ts";
import { showInformation } from "../../ui/notifications.ts";
import { confirm } from "../../ui/confirm.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { packCountText } from "./packCountText.ts";
import type { Call, Services } from "../command.ts";
import { pick } from "../ask/pick.ts";

/** Replaces what the store holds by one of its backups; also where the store is damaged. */
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
  const told = t("Restored {0}.", packCountText(packCount));
  void showInformation(
    replaced === undefined ? told : t("{0} What was there before is kept as {1}.", told, replaced),
  );
}

/** @throws `InvalidRequest` */
function pathOf(file: string | vscode.Uri): string {
  const uri = typeof file === "string" ? vscode.Uri.file(file) : file;
  if (uri.scheme !== "file") {
    throw errors.invalidRequest(
      t("A backup is restored from a file of this computer. Give the URI of such a file."),
    );
  }
  return uri.fsPath;
}

/** The backup that the person picks and confirms. */
async function chooseBackup(services: Services, backups: StoreBackups): Promise<string | undefined> {
  const picks = (await backups.list()).map((backup) => ({
    label: formatDateTime(backup.takenAt.toISOString()),
    description: reasonText(backup.reason),
    detail: contentText(backup),
    value: backup,
  }));
  const none = t("There is no backup of the store {0} yet. One is made each day.", backups.store);
  const backup = await pick(
    t("Restore from Backup"),
    picks,
    none,
    t("Choose a backup; the newest is first."),
  );
  if (!backup) return undefined;
  const restored = await backups.packsOf(backup.file);
  // A store that cannot be read holds nothing that could go on waiting.
  const current = await services.backend.get().then(
    (backend) => backend.listPacks(),
    () => undefined,
  );
  return (await mayRestore(backup, restored, current, backups.store)) ? backup.file : undefined;
}

function mayRestore(
  backup: StoreBackup,
  restored: readonly IntegrationPack[],
  current: readonly IntegrationPack[] | undefined,
  store: string,
): Promise<boolean> {
  const count = packCountText(restored.length);
  const replaced = current
    ? t(
        "All packs, releases, scheduled releases and accounts that the store {0} holds now ({1}) are replaced by those of the backup ({2}). What was made since, releases included, is not in the store any more. It is kept as a backup.",
        store,
        packCountText(current.length),
        count,
      )
    : t(
        "The store {0} cannot be read. It is put aside among the backups, and the backup ({1}) takes its place.",
        store,
        count,
      );
  const held = packsToMarkMissed(restored, current ?? [], new Date()).map(({ name }) => name);
  const missed = t(
    "These scheduled releases may have been made, changed or cancelled since, or their date has come. They are kept, marked missed, and are not released by themselves: {0}",
    held.join(", "),
  );
  return confirm(
    t("Replace everything in the store by the backup of {0}?", formatDateTime(backup.takenAt.toISOString())),
    held.length > 0 ? `${replaced}\n\n${missed}` : replaced,
    t("Restore"),
  );
}

function contentText({ packCount, size }: StoreBackup): string {
  const megabytes = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(
    size / 1e6,
  );
  return packCount === undefined
    ? t("cannot be read, {0} MB", megabytes)
    : t("{0}, {1} MB", packCountText(packCount), megabytes);
}

function reasonText(reason: BackupReason): string {
  switch (reason) {
    case "daily":
      return t("daily");
    case "beforeImport":
      return t("before an import");
    case "beforeRestore":
      return t("before a restore");
  }
}
