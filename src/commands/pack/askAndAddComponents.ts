import { t } from "@vscode/l10n";
import { errors } from "../../errors/errors.ts";
import { maximumComponents } from "../../model/pack/pack.ts";
import { roomFor } from "../../model/pack/packRules.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Services } from "../command.ts";
import { pickAddableComponents } from "./pickAddableComponents.ts";

/** Asks for components and adds them to the pack. @throws `InvalidRequest` when the pack has 100 components */
export async function askAndAddComponents(services: Services, packId: string): Promise<void> {
  const editing = await facetOf(services, "editing");
  const pack = await (await services.backend.get()).getPack(packId);
  const room = roomFor(pack.components.length);
  if (room === 0) {
    throw errors.invalidRequest(
      t('"{0}" holds {1} components already, and a pack holds no more.', pack.name, maximumComponents),
    );
  }
  const componentIds = await pickAddableComponents(editing, pack, room);
  if (componentIds.length === 0) return;
  await editing.addComponents(packId, componentIds);
  services.log.info(`Added ${componentIds.length} components to pack ${packId}`);
  await services.packsView.reveal(packId);
}
