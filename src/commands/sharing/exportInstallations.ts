import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import type { BackendReads } from "../../backend/backendReads.ts";
import type { InstallationReading } from "../../model/installation/installationReading.ts";
import { installationsCsv } from "../../model/installation/installationsCsv.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { writeText } from "../../session/textFiles.ts";
import { askForNewFile } from "../../ui/ask/files.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withCancellableProgress } from "../../ui/progress.ts";
import type { Call, Services } from "../command.ts";
import { releasedPackOf } from "./releasedPackOf.ts";

/** Saves which accounts have a pack as a CSV file: as they were read last, with the time of the reading. */
export async function exportInstallations(services: Services, { args }: Call): Promise<void> {
  const pack = await releasedPackOf(services, args[0], l10n.t("Export Installations"));
  if (!pack) return;
  const reading = await readingOf(await services.backend.get(), pack);
  if (!reading) return;
  const picked = await askForNewFile(
    {
      title: l10n.t("Export Installations"),
      button: l10n.t("Export"),
      filters: { [l10n.t("CSV")]: ["csv"] },
    },
    defaultFile(),
  );
  if (!picked) return;
  const file = picked.value;
  await writeText(file, installationsCsv([reading]));
  void showInformation(l10n.t("Exported the installations to {0}.", basename(file.path)), {
    title: l10n.t("Open"),
    run: () => vscode.window.showTextDocument(file),
  });
}

/** The latest reading, or a new one where there is none. Nothing when the person cancels it. */
async function readingOf(
  { installations }: BackendReads,
  { packId, name }: PackSummary,
): Promise<InstallationReading | undefined> {
  const latest = await installations.latest(packId);
  if (latest) return latest;
  return withCancellableProgress(
    l10n.t('Reading the installations of "{0}"', name),
    async (signal, report): Promise<InstallationReading | undefined> => {
      const onProgress = ({ total }: { readonly total: number }) => report(100 / total);
      const reading = installations.read([packId], { signal, onProgress });
      const [read] = await reading.catch((error: unknown) => {
        if (signal.aborted) return [];
        throw error;
      });
      return signal.aborted ? undefined : read;
    },
  );
}

function defaultFile(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, "installations.csv");
}
