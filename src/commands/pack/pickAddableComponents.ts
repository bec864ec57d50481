import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { PackEditingFacet } from "../../backend/backend.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { maximumComponents, type IntegrationPack } from "../../model/pack/pack.ts";
import type { AddableComponent } from "../../model/pack/packEdit.ts";
import { showInformation } from "../../ui/notifications.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import type { ValuePick } from "../ask/pick.ts";
import { limitSelection } from "./limitSelection.ts";

/**
 * Asks for up to `room` components to add to the pack. Shows the quick pick before the components are read, because reading
 * thousands takes time. Resolves to their ids; to none when the person cancels.
 */
export function pickAddableComponents(
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
    const limited = limitSelection(chosen, selected, room);
    const isFull = limited.length < selected.length;
    chosen = limited;
    if (isFull) input.selectedItems = limited;
    if (!isFull || limited.length === room) showCount(isFull);
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
