import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call } from "../command.ts";
import { openWizard, type WizardServices } from "./openWizard.ts";

/** Opens the wizard to schedule a release: *Release on specified date* is chosen. A second argument is the date. */
export async function schedulePack(services: WizardServices, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Schedule Integration Pack Release"),
    offer: (pack) => pack.releasable,
    none: l10n.t("No integration pack has anything to release."),
  });
  if (packId === undefined) return;
  const date = textArgument(args, 1);
  await openWizard(services, packId, "date", date);
}
