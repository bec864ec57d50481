import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call } from "../command.ts";
import { openWizard, type WizardServices } from "./openWizard.ts";

/** Opens the wizard to release a pack. */
export async function releasePack(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Release Integration Pack"),
    offer: (pack) => pack.releasable,
    none: l10n.t("No integration pack has anything to release."),
  });
  if (packId !== undefined) await openWizard(services, packId, "immediate");
}
