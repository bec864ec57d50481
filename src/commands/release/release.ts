import { t } from "@vscode/l10n";
import type { Call } from "../command.ts";
import { packIdOf } from "../ask/pickers.ts";
import { openWizard, type WizardServices } from "./openWizard.ts";

/** Opens the wizard for a pack that can be released. */
export async function release(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: t("Release Integration Pack"),
    offer: (pack) => pack.releasable,
    none: t("No integration pack has anything to release."),
  });
  if (packId !== undefined) await openWizard(services, packId, { option: "immediate" });
}

/** Opens the wizard for a released pack without pending changes: every component's version is the user's to choose. */
export async function releaseOtherVersions(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: t("Release Other Versions"),
    offer: (pack) => pack.componentCount > 0,
    none: t("No integration pack has components."),
  });
  if (packId !== undefined) await openWizard(services, packId, { option: "immediate" });
}
