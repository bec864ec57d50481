import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { PackEditingFacet } from "../../backend/backend.ts";
import { errors } from "../../errors/errors.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { roomFor } from "../../model/pack/packRules.ts";
import { limitSelection } from "./limitSelection.ts";
import { maximumComponents, type IntegrationPack } from "../../model/pack/pack.ts";
import type { AddableComponent } from "../../model/pack/packEdit.ts";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { ValuePick } from "../ask/pick.ts";
import { packIdOf } from "../ask/pickers.ts";
import type { Call, Services } from "../command.ts";

/** Adds components to a pack. From code: the pack and any number of components. */
export async function addComponents(services: Services, { args }: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const packId = await packIdOf(services, args[0], {
    title: t("Add Packaged Components"),
    none: t("There are no integration packs. Create one first."),
  });
  if (packId === undefined) return;
  const componentIds = args.slice(1).filter((arg) => typeof arg === "string");
  if (componentIds.length === 0) return addComponentsTo(services, packId);
  await editing.addComponents(packId, componentIds);
  services.log.info(`Added ${componentIds.length} components to pack ${packId}`);
}

/** Asks which components the pack is to get, and adds them. @throws `InvalidRequest` when it has 100 already */
export async function addComponentsTo(services: Services, packId: string): Promise<void> {
  const editing = await facetOf(services, "editing");
  const pack = await (await services.backend.get()).getPack(packId);
  const room = roomFor(pack.components.length);
  if (room === 0) {
    throw errors.invalidRequest(
      t('"{0}" holds {1} components already, and a pack holds no more.', pack.name, maximumComponents),
    );
  }
  const componentIds = await pickComponents(editing, pack, room);
  if (componentIds.length === 0) return;
  await editing.addComponents(packId, componentIds);
  services.log.info(`Added ${componentIds.length} components to pack ${packId}`);
  await services.packsView.reveal(packId);
}

/** The picks appear at once and are filled when they are read: there may be thousands. */
function pickComponents(
  editing: PackEditingFacet,
  pack: IntegrationPack,
  room: number,
): Promise<readonly string[]> {
  const input = vscode.window.createQuickPick<ValuePick<string>>();
  let chosen: readonly ValuePick<string>[] = [];
  const showCount = (isFull: boolean) => {
    input.title = [
      pack.deploymentModel === "legacy" ? t("Add Publications") : t("Add Packaged Components"),
      isFull
        ? t("a pack holds {0}: no more than {1} can be added", maximumComponents, room)
        : t("{0} of {1} chosen", chosen.length, room),
    ].join(" – ");
  };
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.busy = true;
  input.placeholder = t("Type to filter; Space chooses, Enter adds what is chosen");
  showCount(false);
  input.onDidChangeSelection((selected) => {
    const kept = limitSelection(chosen, selected, room);
    const isFull = kept.length < selected.length;
    chosen = kept;
    if (isFull) input.selectedItems = kept;
    if (!isFull || kept.length === room) showCount(isFull);
  });
  return new Promise((resolve, reject) => {
    input.onDidAccept(() => {
      resolve(chosen.map(({ value }) => value));
      input.hide();
    });
    input.onDidHide(() => {
      resolve([]);
      input.dispose();
    });
    input.show();
    editing.listAddableComponents(pack.packId).then(
      (components) => {
        input.items = components.map((component) => componentPick(component, pack));
        input.busy = false;
        if (components.length > 0) return;
        input.hide();
        void showInformation(
          t(
            'There is nothing to add to "{0}": every shareable component is in it. Package a shareable version first.',
            pack.name,
          ),
        );
      },
      (error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        input.hide();
      },
    );
  });
}

function componentPick(component: AddableComponent, { deploymentModel }: IntegrationPack): ValuePick<string> {
  const { componentId, componentName, componentType, latestVersion } = component;
  const version =
    deploymentModel === "legacy" ? t("available {0}", latestVersion) : t("latest {0}", latestVersion);
  return {
    label: withoutIcons(componentName),
    description: withoutIcons(`${componentTypeName(componentType)} · ${version}`),
    value: componentId,
  };
}
