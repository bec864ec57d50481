import * as l10n from "@vscode/l10n";
import { listed } from "../../base/language.ts";
import type { TeamRecords } from "../../session/store/teamRecords.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { showInformation, showWarning } from "../../ui/notifications.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

/** Moves the records of this workspace to those that the team shares. */
export const moveRecords: ConfirmedCommand<Pick<TeamRecords, "file" | "where">> = {
  find(services) {
    return services.teamRecords();
  },

  question(_, { where }) {
    return {
      message: l10n.t("Move the records of this workspace to {0}?", where),
      detail: [
        l10n.t(
          "The releases and scheduled releases that were recorded here become visible to everyone who shares those records. The file of this workspace is marked as moved, and no program uses it any longer.",
        ),
      ],
      button: l10n.t("Move Records"),
    };
  },

  async act(services, { file, where }, confirmed) {
    const { releaseCount, scheduleCount, conflicts } = await (
      await services.changes(confirmed).teamRecords()
    ).move();
    services.log.info(`Moved ${file} to ${where}`);
    const moved = l10n.t(
      "Moved to {0}. Releases: {1}, scheduled releases: {2}.",
      where,
      releaseCount,
      scheduleCount,
    );
    if (conflicts.length === 0) {
      void showInformation(moved);
      return;
    }
    void showWarning(
      joinParts([
        moved,
        l10n.t(
          "Scheduled twice, so that neither release runs until you change or cancel it: {0}.",
          listed(conflicts),
        ),
      ]),
    );
  },
};
