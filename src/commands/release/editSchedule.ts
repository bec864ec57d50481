import { t } from "@vscode/l10n";
import type { Call } from "../command.ts";
import type { WizardServices } from "./openWizard.ts";
import { scheduledPackOf } from "../ask/scheduledPack.ts";

/** Opens the wizard with the versions and the date of the scheduled release, to change them. */
export async function editSchedule(services: WizardServices, { args }: Call): Promise<void> {
  // First, as in openWizard.
  const wizard = await services.panels.wizard();
  const found = await scheduledPackOf(services, args[0], t("Change Scheduled Release"));
  if (!found) return;
  const { pack, scheduled } = found;
  const { versions, date } = scheduled;
  wizard.open({ pack, start: { option: "date", versions, date } });
}
