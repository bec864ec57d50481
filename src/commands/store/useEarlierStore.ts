import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import type { EarlierStore } from "../../backend/earlierStores.ts";
import { errors } from "../../errors/errors.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { packCountText } from "./packCountText.ts";

/** Moves the store of another workspace to this one, whose store is empty. */
export const useEarlierStore: ConfirmedCommand<EarlierStore> = {
  async find(services) {
    const stores = await services.earlierStores();
    if (!stores.isEmpty()) {
      throw errors.invalidRequest(
        l10n.t("The store of this workspace is not empty, so no earlier store can replace it."),
      );
    }
    const picks = stores.list().map((store) => ({
      label: store.owner.workspaceFolder,
      description: relationText(store),
      detail: contentText(store),
      value: store,
    }));
    const none = l10n.t(
      "There is no earlier store of this folder, of a folder with its name or repository, or of a folder that is gone.",
    );
    return (await pick(l10n.t("Use Earlier Store"), picks, none, l10n.t("Select a store")))?.value;
  },

  question(_, { owner, packCount, scheduled, relation }) {
    const folder = owner.workspaceFolder;
    const moved = l10n.t(
      "Its content ({0}) is moved to this workspace, whose store is empty. Close every other window that uses it first.",
      packCountText(packCount),
    );
    const remains = l10n.t('The folder "{0}" still exists. It then begins with an empty store.', folder);
    const isGone = relation === "movedFolder" || relation === "missingFolder";
    return {
      message: l10n.t("Use the store of {0}?", folder),
      detail: [
        moved,
        ...(isGone ? [] : [remains]),
        ...(scheduled.length > 0 ? [l10n.t("These scheduled releases then run here:"), scheduled] : []),
      ],
      button: l10n.t("Use Store"),
    };
  },

  async act(services, earlier, confirmed) {
    const stores = await services.changes(confirmed).earlierStores();
    await stores.use(earlier);
    services.log.info(`Moved ${earlier.file} to ${stores.store}`);
    void showInformation(l10n.t("This workspace now uses the store of {0}.", earlier.owner.workspaceFolder));
  },
};

function relationText({ relation }: EarlierStore): string {
  switch (relation) {
    case "sameFolder":
      return l10n.t("this folder");
    case "movedFolder":
      return l10n.t("this folder, before it was moved or renamed");
    case "missingFolder":
      return l10n.t("a folder that is gone");
    case "sameRepository":
      return l10n.t("another folder with this repository");
    case "sameName":
      return l10n.t("another folder with this name");
  }
}

function contentText({ packCount, scheduled, changedAt }: EarlierStore): string {
  return joinParts([
    packCountText(packCount),
    scheduled.length > 0 && l10n.t("scheduled: {0}", listed(scheduled)),
    l10n.t("changed {0}", formatDateTime(changedAt.toISOString())),
  ]);
}
