import * as l10n from "@vscode/l10n";
import type * as vscode from "vscode";
import { askForNewFile } from "../../ui/ask/files.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

interface Move {
  readonly from: string;
  readonly to: vscode.Uri;
}

/** Moves the store out of VS Code's storage, to a file that a person chooses. */
export const moveStore: ConfirmedCommand<Move> = {
  async find(services) {
    const { file, proposal } = await services.storePlace();
    const question = { title: l10n.t("Move Store"), button: l10n.t("Move"), filters: { SQLite: ["db"] } };
    const chosen = await askForNewFile(question, proposal);
    return chosen && { from: file, to: chosen.value };
  },

  question(_, { to }) {
    return {
      message: l10n.t("Move the store to {0}?", to.fsPath),
      detail: [
        l10n.t(
          "All packs, releases and scheduled releases move there, with the backups. integrationPacks.local.storePath then names that file. Close every other window that uses the store first.",
        ),
      ],
      button: l10n.t("Move Store"),
    };
  },

  async act(services, { from, to }, confirmed) {
    const place = await services.changes(confirmed).storePlace();
    await place.moveTo(to.fsPath);
    services.log.info(`Moved ${from} to ${to.fsPath}`);
    void showInformation(l10n.t("The store is now in {0}.", to.fsPath));
  },
};
