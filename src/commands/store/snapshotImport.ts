import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import { runCommand } from "../../contributions.ts";
import { releaseWindow } from "../../model/schedule/releaseWindow.ts";
import type { Snapshot } from "../../model/snapshot/snapshot.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Confirmed } from "../../ui/ask/confirmed.ts";
import type { ModalQuestion } from "../../ui/ask/confirm.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withSteps } from "../../ui/progress.ts";
import type { Services } from "../command.ts";
import { packCountText } from "./packCountText.ts";

/** A snapshot that takes the place of what the store contains. */
export interface SnapshotImport {
  readonly file: vscode.Uri;
  /** The snapshot in words, such as the name of its file. */
  readonly name: string;
  readonly snapshot: Snapshot;
}

class Cancelled extends Error {}

/** Reads a snapshot file and shows the progress. Nothing when the person cancels. @throws `Unsupported`, `InvalidRequest` */
export async function readImport(
  services: Services,
  file: vscode.Uri,
  name: string,
): Promise<SnapshotImport | undefined> {
  await facetOf(services, "snapshots");
  const files = await services.snapshotFiles();
  try {
    const snapshot = await withSteps(
      importing(name),
      (showStep, signal) =>
        files.read(file, async (step) => {
          await showStep(step);
          if (signal.aborted) throw new Cancelled();
        }),
      { cancellable: true },
    );
    return { file, name, snapshot };
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

/** The question if the import replaces content or if the scheduler will run releases of the snapshot at once. */
export async function importQuestion(
  services: Services,
  { name, snapshot }: SnapshotImport,
): Promise<ModalQuestion | undefined> {
  const isEmpty = await (await facetOf(services, "snapshots")).isEmpty();
  const due = dueReleases(snapshot, new Date());
  if (isEmpty && due.length === 0) return undefined;
  const replaced = l10n.t(
    "All packs, releases, scheduled releases and accounts in the store are replaced. A backup is stored beside it.",
  );
  const released = l10n.t(
    "The date of these scheduled releases has come. Unless integrationPacks.scheduler.missedReleases says otherwise, they run as soon as they are imported:",
  );
  return {
    message: isEmpty ? l10n.t("Import {0}?", name) : l10n.t("Replace all data with {0}?", name),
    detail: [...(isEmpty ? [] : [replaced]), ...(due.length > 0 ? [released, due] : [])],
    button: isEmpty ? l10n.t("Import") : l10n.t("Replace"),
  };
}

/** Replaces everything in the store by the snapshot. */
export async function replaceStore(
  services: Services,
  { file, name, snapshot }: SnapshotImport,
  confirmed: Confirmed,
): Promise<void> {
  const files = await services.changes(confirmed).snapshotFiles();
  const backup = await withSteps(importing(name), async (showStep) => {
    await showStep(l10n.t("writing it into the store"));
    return files.replaceStore(snapshot, file);
  });
  const imported = l10n.t("Imported {0}.", packCountText(snapshot.packs.length));
  if (backup === undefined) {
    void showInformation(imported);
  } else {
    void showInformation(l10n.t("{0} The previous content is stored in a backup.", imported), {
      title: l10n.t("Restore from Backup…"),
      run: () => runCommand("integrationPacks.restoreBackup"),
    });
  }
}

function importing(name: string): string {
  return l10n.t("Importing {0}…", name);
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
