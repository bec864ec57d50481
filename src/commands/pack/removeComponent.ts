import * as l10n from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { componentOf, namesOf, type ChosenComponent } from "../ask/componentOf.ts";
import type { Services } from "../command.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { editUndoubted } from "./editUndoubted.ts";
import { undeleteComponent } from "./undeleteComponent.ts";

/** Removes a component from a pack: a released one with the next release, any other at once (rule 3). */
export const removeComponent: ConfirmedCommand<ChosenComponent> = {
  async find(services, call) {
    await facetOf(services, "editing");
    return componentOf(services, call, {
      title: l10n.t("Remove Component"),
      titleIn: ({ name }) => l10n.t("Remove Component: {0}", name),
      offer: ({ deleted }) => !deleted,
      none: l10n.t("This pack has no component to remove."),
    });
  },

  async question(services, found) {
    const { packName, componentName } = await namesOf(services, found);
    return {
      message: l10n.t('Remove "{0}" from "{1}"?', componentName, packName),
      detail: [l10n.t("A released component leaves the pack with the next release, any other immediately.")],
      button: l10n.t("Remove"),
    };
  },

  async severalQuestion(services, found) {
    const names = await Promise.all(found.map((each) => namesOf(services, each)));
    return {
      message: l10n.t("Remove {0} components?", found.length),
      detail: [
        l10n.t("A released component leaves its pack with the next release, any other immediately."),
        names.map(({ packName, componentName }) => l10n.t("{0}: {1}", packName, componentName)),
      ],
      button: l10n.t("Remove"),
    };
  },

  async act(services, found, confirmed) {
    const { packId, componentId } = found;
    const isEdited = await editUndoubted(services, packId, confirmed, (editing) =>
      editing.removeComponent(packId, componentId),
    );
    if (!isEdited) return;
    services.log.info(`Removed component ${componentId} from pack ${packId}`);
    await showRemoval(services, found);
  },
};

/** Shows when the component leaves the pack, or that the pack has no components. */
async function showRemoval(services: Services, found: ChosenComponent): Promise<void> {
  const pack = await (await services.backend.get()).getPack(found.packId);
  const marked = pack.components.find(({ componentId }) => componentId === found.componentId);
  if (marked) {
    void showInformation(
      l10n.t('"{0}" leaves "{1}" with the next release.', marked.componentName, pack.name),
      {
        title: l10n.t("Undelete"),
        run: (confirmed) => undeleteComponent.act(services, found, confirmed),
      },
    );
  } else if (pack.components.length === 0) {
    void showInformation(l10n.t('"{0}" has no components and cannot be released.', pack.name));
  }
}
