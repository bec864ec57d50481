import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call } from "../command.ts";
import { type WizardServices, openWizard } from "./openWizard.ts";

/** Opens the wizard to release other versions of a pack, also when it has no pending changes. */
export async function releaseOtherVersions(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Release Other Versions"),
    offer: (pack) => pack.componentCount > 0,
    none: l10n.t("No integration pack has components."),
  });
  if (packId !== undefined) await openWizard(services, packId, "immediate");
}
