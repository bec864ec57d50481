import * as l10n from "@vscode/l10n";
import type { DeploymentModel, InstallationType } from "../../model/pack/pack.ts";
import type { NewPack } from "../../model/pack/packEdit.ts";
import { checkDeploymentModel, checkInstallationType } from "../../model/pack/packKinds.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import type { ValuePick } from "../../ui/ask/pick.ts";
import { showInformation } from "../../ui/notifications.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Services } from "../command.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { askAndAddComponents } from "./addComponents.ts";
import { askForPackDescription, askForPackName } from "./packQuestions.ts";

interface Creation extends Chosen {
  readonly pack: NewPack;
}

/** Creates an integration pack. Arguments are its name and type, and optionally its description and deployment model. */
export const createPack: ConfirmedCommand<Creation> = {
  async find(services, { args }) {
    await facetOf(services, "editing");
    if (textArgument(args, 0) !== undefined) return { pack: packOfArguments(args), chosen: undefined };
    const asked = await askForPack(services);
    return asked && { pack: asked.value, chosen: asked.confirmed };
  },

  question: (_, { pack }) => ({
    message: l10n.t('Create the integration pack "{0}"?', pack.name),
    detail: [
      l10n.t(
        "Type: {0}. Deployment model: {1}. Neither can be changed later.",
        typeName(pack.installationType),
        modelName(pack.deploymentModel ?? "packaged"),
      ),
    ],
    button: l10n.t("Create"),
  }),

  async act(services, { pack }, confirmed) {
    const packId = await (await facetOf(services.changes(confirmed), "editing")).createPack(pack);
    services.log.info(`Created pack ${packId}`);
    await services.packsView.reveal(packId);
    void showInformation(l10n.t('"{0}" was created. Add packaged components to release it.', pack.name), {
      title: l10n.t("Add Packaged Components"),
      run: () => askAndAddComponents(services, packId),
    });
  },
};

function packOfArguments(args: readonly unknown[]): NewPack {
  const [name = "", installationType, description = "", deploymentModel = "packaged"] = args.map(String);
  return {
    name,
    installationType: checkInstallationType(installationType),
    description,
    deploymentModel: checkDeploymentModel(deploymentModel),
  };
}

async function askForPack({ backend }: Services): Promise<Answer<NewPack> | undefined> {
  const active = await backend.get();
  const packs = await active.listPackSummaries();
  // Only a backend that packages components itself, the local store, can create legacy packs.
  const asksForModel = active.packaging !== undefined;
  return multiStep(l10n.t("Create Integration Pack"), asksForModel ? 4 : 3, async (steps) => ({
    installationType: await steps.pick({
      placeholder: l10n.t("Select the type (cannot be changed later)"),
      picks: installationTypes(),
    }),
    ...(asksForModel && {
      deploymentModel: await steps.pick({
        placeholder: l10n.t("Select what the pack carries"),
        picks: deploymentModels(),
      }),
    }),
    name: (await askForPackName(steps, packs)).trim(),
    description: await askForPackDescription(steps),
  }));
}

function installationTypes(): ValuePick<InstallationType>[] {
  return [
    {
      label: typeName("SINGLE"),
      detail: l10n.t("An account installs the pack once and attaches it to one runtime at a time."),
      value: "SINGLE",
    },
    {
      label: typeName("MULTI"),
      detail: l10n.t(
        "An account installs the pack as often as it needs. The pack cannot carry API Service components and cannot be renamed.",
      ),
      value: "MULTI",
    },
  ];
}

function deploymentModels(): ValuePick<DeploymentModel>[] {
  return [
    {
      label: modelName("packaged"),
      detail: l10n.t("Packaged versions of processes and API Services. For all new packs."),
      value: "packaged",
    },
    {
      label: modelName("legacy"),
      detail: l10n.t("Published processes and API Services of the legacy deployment model."),
      value: "legacy",
    },
  ];
}

function typeName(type: InstallationType): string {
  return type === "SINGLE" ? l10n.t("Single Attachment") : l10n.t("Multiple Attachments");
}

function modelName(model: DeploymentModel): string {
  return model === "packaged" ? l10n.t("Packaged components") : l10n.t("Legacy publications");
}
