import { t } from "@vscode/l10n";
import type { Call } from "../command.ts";
import { packIdOf } from "../ask/pickers.ts";
import { openWizard, type WizardServices } from "./openWizard.ts";

/** Opens the wizard with *Release on specified date* chosen. */
export async function schedule(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: t("Schedule Integration Pack Release"),
    offer: (pack) => pack.releasable,
    none: t("No integration pack has anything to release."),
  });
  if (packId !== undefined) await openWizard(services, packId, { option: "date" });
}
