import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { scheduledPackOf } from "../ask/scheduledPack.ts";

/** Opens the wizard with the versions and the date of the scheduled release, to change them. */
export async function editSchedule(services: Services, { args }: Call): Promise<void> {
  const found = await scheduledPackOf(services, args[0], t("Change Scheduled Release"));
  if (!found) return;
  const { versions, date } = found.scheduled;
  await (await services.wizards()).open(found.pack.packId, { option: "date", versions, date });
}
