import * as l10n from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { componentOf, namesOf, type ChosenComponent } from "../ask/componentOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { editUndoubted } from "./editUndoubted.ts";

/** Removes the mark Deleted from a component, so that it stays in the pack (rule 3). */
export const undeleteComponent: ConfirmedCommand<ChosenComponent> = {
  async find(services, call) {
    await facetOf(services, "editing");
    return componentOf(services, call, {
      title: l10n.t("Undelete Component"),
      titleIn: ({ name }) => l10n.t("Undelete Component: {0}", name),
      offer: ({ deleted }) => deleted,
      none: l10n.t("This pack has no component that is marked Deleted."),
    });
  },

  async question(services, found) {
    const { packName, componentName } = await namesOf(services, found);
    return {
      message: l10n.t('Undelete "{0}" in "{1}"?', componentName, packName),
      detail: [l10n.t("The component stays in the pack.")],
      button: l10n.t("Undelete"),
    };
  },

  async severalQuestion(services, found) {
    const names = await Promise.all(found.map((each) => namesOf(services, each)));
    return {
      message: l10n.t("Undelete {0} components?", found.length),
      detail: [
        l10n.t("The components stay in their packs."),
        names.map(({ packName, componentName }) => l10n.t("{0}: {1}", packName, componentName)),
      ],
      button: l10n.t("Undelete"),
    };
  },

  async act(services, { packId, componentId }, confirmed) {
    const isEdited = await editUndoubted(services, packId, confirmed, async (editing, leaving) => {
      // The person may just have said that it stays.
      if (leaving?.includes(componentId) !== false) await editing.undeleteComponent(packId, componentId);
    });
    if (!isEdited) return;
    services.log.info(`Undeleted component ${componentId} of pack ${packId}`);
  },
};
