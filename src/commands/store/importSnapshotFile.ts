import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import { releaseWindow } from "../../model/schedule/releaseWindow.ts";
import type { Snapshot } from "../../model/snapshot/snapshot.ts";
import type { OnStep } from "../../session/snapshotFiles.ts";
import { confirm } from "../../ui/confirm.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Services } from "../command.ts";
import { packCountText } from "./packCountText.ts";

/** Replaces the content of the store with a snapshot file. A person is asked first if the store has content. */
export async function importSnapshotFile(
  services: Services,
  file: vscode.Uri,
  name: string,
  byPerson: boolean,
): Promise<void> {
  const files = await services.snapshotFiles();
  const snapshots = await files.snapshots();
  const title = t("Importing {0}…", name);
  const snapshot = await withStepProgress(title, (onStep) => files.read(file, onStep));
  if (!snapshot) return;
  if (byPerson && !(await isConfirmed(name, snapshot, await snapshots.isEmpty()))) return;
  const backup = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title },
    async (progress) => {
      progress.report({ message: t("writing it into the store") });
      await untilShown();
      return files.replaceStore(snapshot, file);
    },
  );
  if (!byPerson) return;
  const imported = t("Imported {0}.", packCountText(snapshot.packs.length));
  if (backup === undefined) {
    void showInformation(imported);
  } else {
    void showInformation(t("{0} What was there before is kept in a backup.", imported), {
      title: t("Restore from Backup…"),
      run: () => runCommand("integrationPacks.restoreBackup"),
    });
  }
}

class Cancelled extends Error {}

/** Runs the work and shows its steps. After a cancellation it stops before the next step and resolves to nothing. */
async function withStepProgress<T>(
  title: string,
  work: (onStep: OnStep) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const onStep = async (message: string) => {
      progress.report({ message });
      await untilShown();
      if (token.isCancellationRequested) throw new Cancelled();
    };
    try {
      return await work(onStep);
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  });
}

/** Resolves after VS Code has shown the progress and passed on a cancellation; the next step blocks the extension host. */
function untilShown(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Asks a person if the import replaces content or if the scheduler will run releases of the snapshot at once. */
function isConfirmed(name: string, snapshot: Snapshot, isEmpty: boolean): Promise<boolean> | true {
  const due = dueReleases(snapshot, new Date());
  if (isEmpty && due.length === 0) return true;
  const replaced = t(
    "All packs, releases, scheduled releases and accounts that the store holds are replaced. A backup is kept beside the store.",
  );
  const released = t(
    "The date of these scheduled releases has come. Unless integrationPacks.scheduler.missedReleases says otherwise, they are released as soon as they are imported: {0}",
    due.join(", "),
  );
  return confirm(
    isEmpty ? t("Import {0}?", name) : t("Replace everything in the store by {0}?", name),
    joinParts([!isEmpty && replaced, due.length > 0 && released], "\n\n"),
    isEmpty ? t("Import") : t("Replace"),
  );
}

/** The names of the packs whose scheduled release is due. */
function dueReleases({ packs }: Snapshot, now: Date): string[] {
  return packs
    .filter(({ scheduled }) => {
      if (!scheduled || (scheduled.state ?? "scheduled") !== "scheduled") return false;
      return releaseWindow(scheduled.date, scheduled.timeZone).start <= now;
    })
    .map(({ name }) => name);
}
