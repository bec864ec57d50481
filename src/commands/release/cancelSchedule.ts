import * as l10n from "@vscode/l10n";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { ModalQuestion } from "../../ui/ask/confirm.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { scheduledPackOf, type ScheduledPack } from "../ask/scheduledPackOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";

/** Cancels the scheduled release of a pack. One that Boomi no longer reports is removed from the list. */
export const cancelSchedule: ConfirmedCommand<ScheduledPack> = {
  async find(services, { args }) {
    const found = await scheduledPackOf(services, args[0], l10n.t("Cancel Scheduled Release"));
    await found?.schedules.checkCancellable?.(found.pack.packId);
    return found;
  },

  question(_, { pack, scheduled, schedules }): ModalQuestion {
    const when = withZone(formatCalendarDate(scheduled.date), scheduled);
    if (scheduled.state === "unknown") {
      return {
        message: l10n.t('Remove the scheduled release of "{0}" from the list?', pack.name),
        detail: [
          l10n.t(
            "Boomi no longer reports the release that was scheduled for {0}. It may have run, or have been changed or cancelled in Boomi. This removes it from the list here, and changes nothing in Boomi. Look at the pack there first.",
            when,
          ),
        ],
        button: l10n.t("Remove from List"),
      };
    }
    return {
      message: l10n.t('Cancel the scheduled release of "{0}"?', pack.name),
      detail: [
        joinParts(
          [
            scheduled.state === "scheduled"
              ? l10n.t("It is scheduled for {0}. Nothing will be released.", when)
              : l10n.t("It was scheduled for {0} and has not been released.", when),
            schedules.announcesUpdates && l10n.t("Updates that accounts have not applied are withdrawn."),
          ],
          " ",
        ),
      ],
      button: l10n.t("Cancel Scheduled Release"),
    };
  },

  severalQuestion: (_, found) => ({
    message: l10n.t("Cancel {0} scheduled releases?", found.length),
    detail: [
      l10n.t(
        "None of them will be released. One that Boomi no longer reports is only removed from the list.",
      ),
      found.map(({ pack, scheduled }) =>
        l10n.t("{0}: {1}", pack.name, withZone(formatCalendarDate(scheduled.date), scheduled)),
      ),
    ],
    button: l10n.t("Cancel Scheduled Releases"),
  }),

  async act(services, { pack, scheduled }, confirmed) {
    await (await facetOf(services.changes(confirmed), "schedules")).cancel(pack.packId);
    services.log.info(
      `Cancelled the release of pack ${pack.packId} that was scheduled for ${scheduled.date}`,
    );
  },
};
