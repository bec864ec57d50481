import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Call, Services } from "../command.ts";
import { askAndAddComponents } from "./askAndAddComponents.ts";

/** Adds components to a pack. Code passes the ids of the pack and of any number of components. */
export async function addComponents(services: Services, { args }: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const packId = await packIdOf(services, args[0], {
    title: t("Add Packaged Components"),
    none: t("There are no integration packs. Create one first."),
  });
  if (packId === undefined) return;
  const componentIds = args.slice(1).filter((arg) => typeof arg === "string");
  if (componentIds.length === 0) return askAndAddComponents(services, packId);
  await editing.addComponents(packId, componentIds);
  services.log.info(`Added ${componentIds.length} components to pack ${packId}`);
}
