import { t } from "@vscode/l10n";
import type { DeploymentModel, InstallationType } from "../../model/pack/pack.ts";
import type { NewPack } from "../../model/pack/packEdit.ts";
import { checkDeploymentModel, checkInstallationType } from "../../model/pack/packKinds.ts";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { multiStep } from "../ask/multiStep.ts";
import type { ValuePick } from "../ask/pick.ts";
import type { Call, Services } from "../command.ts";
import { askAndAddComponents } from "./askAndAddComponents.ts";
import { askForPackDescription, askForPackName } from "./packQuestions.ts";

/** Creates an integration pack. Code passes its name and type, and optionally its description and deployment model. */
export async function createPack(services: Services, { args, byPerson }: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const pack = byPerson ? await askForPack(services) : packOfArguments(args);
  if (!pack) return;
  const packId = await editing.createPack(pack);
  services.log.info(`Created pack ${packId}`);
  if (!byPerson) return;
  await services.packsView.reveal(packId);
  void showInformation(t('"{0}" was created. Add packaged components to release it.', pack.name), {
    title: t("Add Packaged Components"),
    run: () => askAndAddComponents(services, packId),
  });
}

function packOfArguments(args: readonly unknown[]): NewPack {
  const [name = "", installationType, description = "", deploymentModel = "packaged"] = args.map(String);
  return {
    name,
    installationType: checkInstallationType(installationType),
    description,
    deploymentModel: checkDeploymentModel(deploymentModel),
  };
}

async function askForPack({ backend }: Services): Promise<NewPack | undefined> {
  const active = await backend.get();
  const packs = await active.listPackSummaries();
  // Only a backend that packages components itself, the local store, can create legacy packs.
  const asksForModel = active.packaging !== undefined;
  return multiStep(t("Create Integration Pack"), asksForModel ? 4 : 3, async (steps) => ({
    installationType: await steps.pick({
      placeholder: t("Type; it cannot be changed later"),
      picks: installationTypes(),
    }),
    ...(asksForModel && {
      deploymentModel: await steps.pick({
        placeholder: t("What the pack carries"),
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
      label: t("Single Attachment"),
      detail: t("An account installs the pack once, and attaches it to one runtime at a time."),
      value: "SINGLE",
    },
    {
      label: t("Multiple Attachments"),
      detail: t(
        "An account installs the pack as often as it needs. It cannot hold API Service components and cannot be renamed.",
      ),
      value: "MULTI",
    },
  ];
}

function deploymentModels(): ValuePick<DeploymentModel>[] {
  return [
    {
      label: t("Packaged components"),
      detail: t("Packaged versions of processes and API Services; for everything new."),
      value: "packaged",
    },
    {
      label: t("Legacy publications"),
      detail: t("Published processes and API Services of the legacy deployment model."),
      value: "legacy",
    },
  ];
}
