import * as l10n from "@vscode/l10n";
import { basename } from "node:path";
import * as vscode from "vscode";
import { facetOf } from "../../session/facetOf.ts";
import type { Confirmed } from "../../ui/ask/confirmed.ts";
import { askForNewFile } from "../../ui/ask/files.ts";
import { showInformation } from "../../ui/notifications.ts";
import { fileArgument } from "../ask/fileArgument.ts";
import type { ReplacingCommand } from "../confirmation.ts";
import { snapshotFilters } from "./snapshotFilters.ts";
import { snapshotTarget } from "./snapshotTarget.ts";

interface Export {
  readonly file: vscode.Uri;
  /** The answer of the person who chose the file: the dialog asks before it replaces one. */
  readonly chosen: Confirmed | undefined;
}

/** Saves the whole store as a snapshot file. */
export const exportSnapshot: ReplacingCommand<Export> = {
  async find(services, { args }) {
    await facetOf(services, "snapshots");
    const given = fileArgument(args);
    if (given) return { file: given, chosen: undefined };
    const picked = await askForSnapshotFile();
    return picked && { file: picked.value, chosen: picked.confirmed };
  },

  async question(_, { file, chosen }) {
    if (chosen || !(await exists(file))) return undefined;
    return {
      message: l10n.t('Replace the file "{0}"?', basename(file.path)),
      detail: [
        l10n.t("The file {0} exists. Its content is replaced by a snapshot of the store.", file.fsPath),
      ],
      button: l10n.t("Replace"),
    };
  },

  async act(services, { file }, confirmed) {
    await (await services.changes(confirmed).snapshotFiles()).exportTo(file);
    void showInformation(l10n.t("Exported the store to {0}.", basename(file.path)), {
      title: l10n.t("Open"),
      run: () => vscode.window.showTextDocument(file),
    });
  },
};

function askForSnapshotFile() {
  return askForNewFile(
    { title: l10n.t("Export Snapshot"), button: l10n.t("Export"), filters: snapshotFilters },
    snapshotTarget(),
  );
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
