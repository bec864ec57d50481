import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { componentOf } from "../ask/componentOf.ts";
import type { Call, Services } from "../command.ts";
import { undeleteComponent } from "./undeleteComponent.ts";

/** Removes a component from a pack: a released one with the next release, any other at once (rule 3). */
export async function removeComponent(services: Services, call: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const found = await componentOf(services, call, {
    title: t("Remove Component"),
    offer: ({ deleted }) => !deleted,
    none: t("This pack has no component that could be removed."),
  });
  if (!found) return;
  const { packId, componentId } = found;
  await editing.removeComponent(packId, componentId);
  services.log.info(`Removed component ${componentId} from pack ${packId}`);
  if (call.byPerson) await showRemoval(services, packId, componentId);
}

/** Shows when the component leaves the pack, or that the pack has no components. */
async function showRemoval(services: Services, packId: string, componentId: string): Promise<void> {
  const pack = await (await services.backend.get()).getPack(packId);
  const marked = pack.components.find((component) => component.componentId === componentId);
  if (marked) {
    void showInformation(t('"{0}" leaves "{1}" with the next release.', marked.componentName, pack.name), {
      title: t("Undelete"),
      run: () => undeleteComponent(services, { byPerson: false, args: [packId, componentId] }),
    });
  } else if (pack.components.length === 0) {
    void showInformation(t('"{0}" has no components now and cannot be released.', pack.name));
  }
}
