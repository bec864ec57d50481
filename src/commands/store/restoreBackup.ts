import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import { errors } from "../../errors/errors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { packsToMarkMissed } from "../../model/schedule/packsToMarkMissed.ts";
import type { ModalQuestion } from "../../ui/ask/confirm.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withSteps } from "../../ui/progress.ts";
import { fileArgument } from "../ask/fileArgument.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { packCountText } from "./packCountText.ts";
import { pickBackup } from "./pickBackup.ts";

interface Restoring {
  /** The path of the backup. */
  readonly file: string;
  /** The backup in words: with the date when it was taken, or the name of its file. */
  readonly backup: string;
  readonly restored: readonly IntegrationPack[];
  /** The path of the store. */
  readonly store: string;
}

/** Replaces the content of the store with one of its backups. Also works when the store is damaged. */
export const restoreBackup: ConfirmedCommand<Restoring> = {
  async find(services, { args }) {
    const backups = await services.backups();
    const file = backupArgument(args) ?? (await pickBackup(backups));
    if (file === undefined) return undefined;
    const listed = (await backups.list()).find((each) => each.file === file);
    return {
      file,
      backup: listed
        ? l10n.t("the backup of {0}", formatDateTime(listed.takenAt.toISOString()))
        : l10n.t("the backup {0}", basename(file)),
      restored: await backups.packsOf(file),
      store: backups.store,
    };
  },

  async question({ backend }, restoring) {
    // Without a readable store, there is no scheduled release that could stay scheduled.
    const current = await backend.get().then(
      (active) => active.listPacks(),
      () => undefined,
    );
    return restoreQuestion(restoring, current);
  },

  async act(services, { file }, confirmed) {
    const backups = await services.changes(confirmed).backups();
    const { packCount, packsMarkedMissed, replaced } = await withSteps(l10n.t("Restoring the backup…"), () =>
      backups.restore(file),
    );
    services.log.info(
      `Restored ${file} with ${packCount} packs; replaced: ${replaced ?? "nothing, the store was empty"}; ` +
        `scheduled releases marked missed: ${packsMarkedMissed.length}`,
    );
    const restored = l10n.t("Restored {0}.", packCountText(packCount));
    void showInformation(
      replaced === undefined
        ? restored
        : l10n.t("{0} The previous content is stored as {1}.", restored, replaced),
    );
  },
};

function restoreQuestion(
  { backup, restored, store }: Restoring,
  current: readonly IntegrationPack[] | undefined,
): ModalQuestion {
  const count = packCountText(restored.length);
  const replaced = current
    ? l10n.t(
        "All packs, releases, scheduled releases and accounts in the store {0} ({1}) are replaced by those of the backup ({2}). Later changes and releases leave the store. The current store is stored as a backup.",
        store,
        packCountText(current.length),
        count,
      )
    : l10n.t(
        "The store {0} cannot be read. It is moved to the backups, and the backup ({1}) replaces it.",
        store,
        count,
      );
  const missedPacks = packsToMarkMissed(restored, current ?? [], new Date()).map(({ name }) => name);
  const missed = l10n.t(
    "These scheduled releases may have run, changed or been cancelled since, or their date has come. They stay, are marked missed, and do not run by themselves:",
  );
  return {
    message: l10n.t("Replace all data with {0}?", backup),
    detail: missedPacks.length > 0 ? [replaced, missed, missedPacks] : [replaced],
    button: l10n.t("Restore"),
  };
}

/** The path of the backup that the arguments name. @throws `InvalidRequest` when it is not a local file */
function backupArgument(args: readonly unknown[]): string | undefined {
  const file = fileArgument(args);
  if (file && file.scheme !== "file") {
    throw errors.invalidRequest(
      l10n.t("A backup is restored from a file of this computer. Give the URI of such a file."),
    );
  }
  return file?.fsPath;
}
