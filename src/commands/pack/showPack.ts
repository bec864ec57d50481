import * as l10n from "@vscode/l10n";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call, Services } from "../command.ts";

/** Selects the row of a pack in the packs view. @throws `NotFound` */
export async function showPack(services: Services, { args }: Call): Promise<void> {
  const packId = await packIdOf(services, args[0], {
    title: l10n.t("Show Pack"),
    none: l10n.t("There are no integration packs."),
  });
  if (packId === undefined) return;
  // The view does not say why it has no such row.
  const { packId: found } = await (await services.backend.get()).getPack(packId);
  await services.packsView.reveal(found);
}
