import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call, Services } from "../command.ts";

/** Opens the overview of a pack: its state, all its releases side by side, and who runs what. */
export async function showOverview(services: Services, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Show Pack Overview"),
    none: l10n.t("There are no integration packs."),
  });
  if (packId === undefined) return;
  const overview = await services.panels.overview();
  overview.open(await (await services.backend.get()).getPack(packId));
}
