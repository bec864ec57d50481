import { t } from "@vscode/l10n";
import { packErrors } from "../../errors/packErrors.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import type { PackEdit } from "../../model/pack/packEdit.ts";
import { facetOf } from "../../session/facetOf.ts";
import { multiStep } from "../ask/multiStep.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { askForPackDescription, askForPackName } from "./packQuestions.ts";

/** Changes the name and the description of a pack. Code passes the id and the name, and optionally the description. */
export async function editPack(services: Services, { args }: Call): Promise<void> {
  const editing = await facetOf(services, "editing");
  const title = t("Edit Integration Pack");
  const packId = await packIdOf(services, args[0], { title, none: t("There are no integration packs.") });
  if (packId === undefined) return;
  const edit = editOfArguments(args) ?? (await askForEdit(services, title, packId));
  if (!edit) return;
  await editing.editPack(packId, edit);
  services.log.info(`Changed pack ${packId}`);
}

function editOfArguments(args: readonly unknown[]): PackEdit | undefined {
  const name = textArgument(args, 1);
  const description = textArgument(args, 2);
  if (name === undefined) return undefined;
  return { name, ...(description !== undefined && { description }) };
}

/** Asks for name and description; for the description only if the pack cannot be renamed (rule 1). */
async function askForEdit(
  { backend }: Services,
  title: string,
  packId: string,
): Promise<PackEdit | undefined> {
  const packs = await (await backend.get()).listPackSummaries();
  const pack = packs.find((each) => each.packId === packId);
  if (!pack) throw packErrors.packNotFound(packId);
  if (pack.installationType === "SINGLE") return askForNameAndDescription(title, packs, pack);
  return multiStep(t("{0}: a Multiple Attachments pack keeps its name", title), 1, async (steps) => ({
    description: await askForPackDescription(steps, pack.description),
  }));
}

function askForNameAndDescription(
  title: string,
  packs: readonly PackSummary[],
  pack: PackSummary,
): Promise<PackEdit | undefined> {
  return multiStep(title, 2, async (steps) => ({
    name: (await askForPackName(steps, packs, pack)).trim(),
    description: await askForPackDescription(steps, pack.description),
  }));
}
