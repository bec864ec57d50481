import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { componentOf } from "../ask/componentOf.ts";
import type { Call, Services } from "../command.ts";

/** Removes the mark Deleted from a component, so that it stays in the pack (rule 3). */
export async function undeleteComponent(services: Services, call: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const found = await componentOf(services, call, {
    title: t("Undelete Component"),
    offer: ({ deleted }) => deleted,
    none: t("This pack has no component that is marked Deleted."),
  });
  if (!found) return;
  await editing.undeleteComponent(found.packId, found.componentId);
  services.log.info(`Undeleted component ${found.componentId} of pack ${found.packId}`);
}
