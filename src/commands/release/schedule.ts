import { t } from "@vscode/l10n";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "../ask/pickers.ts";

/** Opens the wizard with *Release on specified date* chosen. */
export async function schedule(services: Services, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: t("Schedule Integration Pack Release"),
    offer: (pack) => pack.releasable,
    none: t("No integration pack has anything to release."),
  });
  if (packId === undefined) return;
  await (await services.backend.get()).getPack(packId);
  await (await services.wizards()).open(packId, { option: "date" });
}
