import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { BackupReason, StoreBackup, StoreBackups } from "../../backend/backups.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { packsToMarkMissed } from "../../model/schedule/packsToMarkMissed.ts";
import { confirm } from "../../ui/confirm.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { pick } from "../ask/pick.ts";
import type { Services } from "../command.ts";
import { packCountText } from "./packCountText.ts";

/** Asks for a backup and for a confirmation. Resolves to its path, or to nothing when the person cancels. */
export async function chooseBackup(services: Services, backups: StoreBackups): Promise<string | undefined> {
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
  // Without a readable store, there is no scheduled release that could stay scheduled.
  const current = await services.backend.get().then(
    (backend) => backend.listPacks(),
    () => undefined,
  );
  return (await isConfirmed(backup, restored, current, backups.store)) ? backup.file : undefined;
}

function isConfirmed(
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
  const missedPacks = packsToMarkMissed(restored, current ?? [], new Date()).map(({ name }) => name);
  const missed = t(
    "These scheduled releases may have been made, changed or cancelled since, or their date has come. They are kept, marked missed, and are not released by themselves: {0}",
    missedPacks.join(", "),
  );
  return confirm(
    t("Replace everything in the store by the backup of {0}?", formatDateTime(backup.takenAt.toISOString())),
    missedPacks.length > 0 ? `${replaced}\n\n${missed}` : replaced,
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
