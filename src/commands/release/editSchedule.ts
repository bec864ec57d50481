import * as l10n from "@vscode/l10n";
import { scheduledPackOf } from "../ask/scheduledPackOf.ts";
import type { Call } from "../command.ts";
import type { WizardServices } from "./openWizard.ts";

/** Opens the wizard to change the versions and the date of a scheduled release. */
export async function editSchedule(services: WizardServices, { args }: Call): Promise<void> {
  // Before the pack is read, as in `openWizard`.
  const wizard = await services.panels.wizard();
  const found = await scheduledPackOf(services, args[0], l10n.t("Change Scheduled Release"));
  if (!found) return;
  const { pack, scheduled } = found;
  const { versions, date } = scheduled;
  wizard.open({ pack, start: { option: "date", versions, date } });
}
