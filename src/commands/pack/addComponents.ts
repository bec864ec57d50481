import * as l10n from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import type { Confirmed } from "../../ui/ask/confirmed.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Services } from "../command.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { editUndoubted } from "./editUndoubted.ts";
import { askForComponents } from "./askForComponents.ts";

interface Addition extends Chosen {
  readonly packId: string;
  readonly componentIds: readonly string[];
}

/** Adds components to a pack. Arguments name the pack and any number of components. */
export const addComponents: ConfirmedCommand<Addition> = {
  async find(services, { args }) {
    await facetOf(services, "editing");
    const packId = await packIdOf(services, args[0], {
      title: l10n.t("Add Packaged Components"),
      none: l10n.t("There are no integration packs. Create one first."),
    });
    if (packId === undefined) return undefined;
    const componentIds = args.slice(1).filter((arg) => typeof arg === "string");
    if (componentIds.length > 0) return { packId, componentIds, chosen: undefined };
    const picked = await askForComponents(services, packId);
    return picked && { packId, componentIds: picked.value, chosen: picked.confirmed };
  },

  async question({ backend }, { packId, componentIds }) {
    const active = await backend.get();
    const { name } = await active.getPack(packId);
    const addable = (await active.editing?.listAddableComponents(packId)) ?? [];
    const names = new Map(addable.map(({ componentId, componentName }) => [componentId, componentName]));
    return {
      message: l10n.t('Add components to "{0}"?', name),
      detail: [
        l10n.t("The next release of the pack contains them:"),
        componentIds.map((componentId) => names.get(componentId) ?? componentId),
      ],
      button: l10n.t("Add"),
    };
  },

  async act(services, { packId, componentIds }, confirmed) {
    await addToPack(services, packId, componentIds, confirmed);
  },
};

/** Asks for components and adds them to the pack: what a button of ours does. */
export async function askAndAddComponents(services: Services, packId: string): Promise<void> {
  const picked = await askForComponents(services, packId);
  if (picked) await addToPack(services, packId, picked.value, picked.confirmed);
}

async function addToPack(
  services: Services,
  packId: string,
  componentIds: readonly string[],
  confirmed: Confirmed,
): Promise<void> {
  const isEdited = await editUndoubted(services, packId, confirmed, (editing) =>
    editing.addComponents(packId, componentIds),
  );
  if (!isEdited) return;
  services.log.info(`Added ${componentIds.length} components to pack ${packId}`);
  await services.packsView.reveal(packId);
}
