import * as l10n from "@vscode/l10n";
import { packErrors } from "../../errors/packErrors.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import type { PackEdit } from "../../model/pack/packEdit.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Answer } from "../../ui/ask/confirmed.ts";
import { multiStep } from "../../ui/ask/multiStep.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Services } from "../command.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { editUndoubted } from "./editUndoubted.ts";
import { askForPackDescription, askForPackName } from "./packQuestions.ts";

interface Edit extends Chosen {
  readonly packId: string;
  readonly edit: PackEdit;
}

/** Changes the name and the description of a pack. Arguments are its id and new name, and optionally the description. */
export const editPack: ConfirmedCommand<Edit> = {
  async find(services, { args }) {
    await facetOf(services, "editing");
    const title = l10n.t("Edit Integration Pack");
    const packId = await packIdOf(services, args[0], {
      title,
      none: l10n.t("There are no integration packs."),
    });
    if (packId === undefined) return undefined;
    const given = editOfArguments(args);
    if (given) return { packId, edit: given, chosen: undefined };
    const asked = await askForEdit(services, packId);
    return asked && { packId, edit: asked.value, chosen: asked.confirmed };
  },

  async question({ backend }, { packId, edit }) {
    const { name } = await (await backend.get()).getPack(packId);
    return {
      message: l10n.t('Change "{0}"?', name),
      detail: [
        edit.name === undefined ? "" : l10n.t("Name: {0}", edit.name),
        edit.description === undefined ? "" : l10n.t("Description: {0}", edit.description),
      ],
      button: l10n.t("Change Pack"),
    };
  },

  async act(services, { packId, edit }, confirmed) {
    const isEdited = await editUndoubted(services, packId, confirmed, (editing) =>
      editing.editPack(packId, edit),
    );
    if (!isEdited) return;
    services.log.info(`Changed pack ${packId}`);
  },
};

function editOfArguments(args: readonly unknown[]): PackEdit | undefined {
  const name = textArgument(args, 1);
  const description = textArgument(args, 2);
  if (name === undefined) return undefined;
  return { name, ...(description !== undefined && { description }) };
}

/** Asks for name and description; for the description only if the pack cannot be renamed (rule 1). */
async function askForEdit({ backend }: Services, packId: string): Promise<Answer<PackEdit> | undefined> {
  const packs = await (await backend.get()).listPackSummaries();
  const pack = packs.find((each) => each.packId === packId);
  if (!pack) throw packErrors.packNotFound(packId);
  if (pack.installationType === "SINGLE") return askForNameAndDescription(packs, pack);
  return multiStep(
    l10n.t("Edit Integration Pack: {0} (a Multiple Attachments pack keeps its name)", pack.name),
    1,
    async (steps) => ({
      description: await askForPackDescription(steps, pack.description),
    }),
  );
}

function askForNameAndDescription(
  packs: readonly PackSummary[],
  pack: PackSummary,
): Promise<Answer<PackEdit> | undefined> {
  return multiStep(l10n.t("Edit Integration Pack: {0}", pack.name), 2, async (steps) => ({
    name: (await askForPackName(steps, packs, pack)).trim(),
    description: await askForPackDescription(steps, pack.description),
  }));
}
