import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type { BackupReason, StoreBackup, StoreBackups } from "../../backend/backups.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { packCountText } from "./packCountText.ts";

/** Asks for a backup of the store. Resolves to its path, or to nothing when the person cancels. */
export async function pickBackup(backups: Pick<StoreBackups, "store" | "list">): Promise<string | undefined> {
  const picks = (await backups.list()).map((backup) => ({
    label: formatDateTime(backup.takenAt.toISOString()),
    description: reasonText(backup.reason),
    detail: contentText(backup),
    value: backup.file,
  }));
  const none = l10n.t("No backups yet. A backup is made daily.");
  const placeholder = l10n.t("Select a backup");
  return (await pick(l10n.t("Restore from Backup"), picks, none, placeholder))?.value;
}

function contentText({ packCount, size }: StoreBackup): string {
  const megabytes = new Intl.NumberFormat(vscode.env.language, { maximumFractionDigits: 1 }).format(
    size / 1e6,
  );
  return packCount === undefined
    ? l10n.t("cannot be read, {0} MB", megabytes)
    : l10n.t("{0}, {1} MB", packCountText(packCount), megabytes);
}

function reasonText(reason: BackupReason): string {
  switch (reason) {
    case "daily":
      return l10n.t("daily");
    case "beforeImport":
      return l10n.t("before an import");
    case "beforeRestore":
      return l10n.t("before a restore");
  }
}
