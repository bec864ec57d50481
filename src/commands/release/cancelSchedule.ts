import { t } from "@vscode/l10n";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { confirm } from "../../ui/confirm.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { scheduledPackOf } from "../ask/scheduledPackOf.ts";
import type { Call, Services } from "../command.ts";

/** Cancels the scheduled release of a pack. A person is asked first. */
export async function cancelSchedule(services: Services, { args, byPerson }: Call): Promise<void> {
  const found = await scheduledPackOf(services, args[0], t("Cancel Scheduled Release"));
  if (!found) return;
  const { pack, scheduled, schedules } = found;
  await schedules.checkCancellable?.(pack.packId);
  const when = withZone(formatCalendarDate(scheduled.date), scheduled);
  const agreed =
    !byPerson ||
    (await confirm(
      t('Cancel the scheduled release of "{0}"?', pack.name),
      schedules.announcesUpdates
        ? t(
            "It is scheduled for {0}. Nothing will be released; updates that accounts have not applied are withdrawn.",
            when,
          )
        : t("It is scheduled for {0}. Nothing will be released.", when),
      t("Cancel Scheduled Release"),
    ));
  if (!agreed) return;
  await schedules.cancel(pack.packId);
  services.log.info(`Cancelled the release of pack ${pack.packId} that was scheduled for ${scheduled.date}`);
}
