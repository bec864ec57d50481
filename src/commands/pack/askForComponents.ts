import * as l10n from "@vscode/l10n";
import { errors } from "../../errors/errors.ts";
import { componentTypeName } from "../../model/pack/componentTypeName.ts";
import { maximumComponents, type IntegrationPack } from "../../model/pack/pack.ts";
import type { AddableComponent } from "../../model/pack/packEdit.ts";
import { roomFor } from "../../model/pack/packRules.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import type { ValuePick } from "../../ui/ask/pick.ts";
import { pickSeveral } from "../../ui/ask/pickSeveral.ts";
import { showInformation } from "../../ui/notifications.ts";
import type { Services } from "../command.ts";

/** Asks for the ids of components to add to the pack. @throws `InvalidRequest` when the pack has 100 components */
export async function askForComponents(
  services: Pick<Services, "backend">,
  packId: string,
): Promise<Answer<readonly string[]> | undefined> {
  const editing = await facetOf(services, "editing");
  const pack = await (await services.backend.get()).getPack(packId);
  const room = roomFor(pack.components.length);
  if (room === 0) {
    throw errors.invalidRequest(
      l10n.t('"{0}" already has {1} components, the maximum.', pack.name, maximumComponents),
    );
  }
  return pickSeveral({
    title: (count, isFull) =>
      [
        pack.deploymentModel === "legacy" ? l10n.t("Add Publications") : l10n.t("Add Packaged Components"),
        isFull
          ? l10n.t("a pack has at most {0} components, so select at most {1}", maximumComponents, room)
          : l10n.t("{0} of {1} selected for {2}", count, room, pack.name),
      ].join(" – "),
    placeholder: l10n.t("Type to filter, press Space to select and Enter to add"),
    limit: room,
    read: async () =>
      (await editing.listAddableComponents(packId)).map((component) => componentPick(component, pack)),
    onNone: () =>
      void showInformation(
        l10n.t('All shareable components are in "{0}". Package another shareable version first.', pack.name),
      ),
  });
}

function componentPick(component: AddableComponent, { deploymentModel }: IntegrationPack): ValuePick<string> {
  const { componentId, componentName, componentType, latestVersion } = component;
  const version =
    deploymentModel === "legacy"
      ? l10n.t("available {0}", latestVersion)
      : l10n.t("latest {0}", latestVersion);
  return {
    label: componentName,
    description: `${componentTypeName(componentType)} · ${version}`,
    value: componentId,
  };
}
