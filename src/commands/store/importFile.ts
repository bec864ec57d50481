import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import type { Snapshot } from "../../model/snapshot/snapshot.ts";
import { releaseWindow } from "../../model/schedule/releaseWindow.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation } from "../../ui/notifications.ts";
import { confirm } from "../../ui/confirm.ts";
import { packCountText } from "./packCountText.ts";
import type { Services } from "../command.ts";
import type { OnStep } from "../../session/snapshotFiles.ts";

/** Replaces what the store holds by the file; a person is asked first when there is something to replace. */
export async function importFile(
  services: Services,
  file: vscode.Uri,
  name: string,
  byPerson: boolean,
): Promise<void> {
  const files = await services.snapshotFiles();
  const snapshots = await files.snapshots();
  const title = t("Importing {0}…", name);
  const snapshot = await withCancellableProgress(title, (onStep) => files.read(file, onStep));
  if (!snapshot) return;
  if (byPerson && !(await mayImport(name, snapshot, await snapshots.isEmpty()))) return;
  const backup = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title },
    async (progress) => {
      progress.report({ message: t("writing it into the store") });
      await untilShown();
      return files.replaceStore(snapshot, file);
    },
  );
  if (!byPerson) return;
  const told = t("Imported {0}.", packCountText(snapshot.packs.length));
  if (backup === undefined) {
    void showInformation(told);
  } else {
    void showInformation(t("{0} What was there before is kept in a backup.", told), {
      title: t("Restore from Backup…"),
      run: () => runCommand("integrationPacks.restoreBackup"),
    });
  }
}

class Cancelled extends Error {}

/** Runs the work step by step; cancelling stops it before its next step, and then resolves to nothing. */
async function withCancellableProgress<T>(
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

/** A step blocks the extension host: what was reported goes out first, and a cancellation comes in. */
function untilShown(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A person is asked before something is replaced, and before the scheduler releases what the snapshot brings. */
function mayImport(name: string, snapshot: Snapshot, isEmpty: boolean): Promise<boolean> | true {
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

/** The names of the packs whose scheduled release would run at once. */
function dueReleases({ packs }: Snapshot, now: Date): string[] {
  return packs
    .filter(({ scheduled }) => {
      if (!scheduled || (scheduled.state ?? "scheduled") !== "scheduled") return false;
      return releaseWindow(scheduled.date, scheduled.timeZone).start <= now;
    })
    .map(({ name }) => name);
}
