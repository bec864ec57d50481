import * as l10n from "@vscode/l10n";
import type { PackEditingFacet } from "../../backend/facets/packEditingFacet.ts";
import { IntegrationPacksError } from "../../errors/errors.ts";
import type { IntegrationPack } from "../../model/pack/pack.ts";
import { facetOf } from "../../session/facetOf.ts";
import type { Confirmed } from "../../ui/ask/confirmed.ts";
import { pickSeveral } from "../../ui/ask/pickSeveral.ts";
import type { Services } from "../command.ts";

/**
 * Edits a pack. If it is not clear which of its components leave, it asks the person, and edits the pack then; the edit gets
 * the ids of those that leave. Returns whether the pack was edited: `false` when the person cancels the question.
 */
export async function editUndoubted(
  services: Services,
  packId: string,
  confirmed: Confirmed,
  edit: (editing: PackEditingFacet, leaving?: readonly string[]) => Promise<void>,
): Promise<boolean> {
  const editing = await facetOf(services.changes(confirmed), "editing");
  let leaving: readonly string[] | undefined;
  try {
    await edit(editing);
    return true;
  } catch (error) {
    // Nothing was sent: an edit checks what the pack contains first.
    const pack = await packInDoubt(services, packId, error);
    if (!pack || !editing.confirmLeaving) throw error;
    leaving = await askForLeaving(pack);
    if (!leaving) return false;
    await editing.confirmLeaving(packId, leaving);
  }
  await edit(editing, leaving);
  return true;
}

/** The pack, if the edit failed because it is not clear which components leave. */
async function packInDoubt(
  { backend }: Services,
  packId: string,
  error: unknown,
): Promise<IntegrationPack | undefined> {
  if (!(error instanceof IntegrationPacksError) || error.code !== "InvalidRequest") return undefined;
  const pack = await (await backend.get()).getPack(packId);
  return pack.doubt === "leaving" ? pack : undefined;
}

async function askForLeaving({ name, components }: IntegrationPack): Promise<readonly string[] | undefined> {
  const marked = components.filter(({ deleted }) => deleted);
  const answer = await pickSeveral({
    title: (count) =>
      l10n.t('{0} of {1} components leave "{2}" with its next release', count, marked.length, name),
    placeholder: l10n.t("Boomi does not say which ones leave. Check those that do; all others stay"),
    limit: marked.length,
    mayBeNone: true,
    read: () =>
      Promise.resolve(
        marked.map(({ componentId, componentName, currentVersion }) => ({
          label: componentName,
          description: currentVersion,
          value: componentId,
        })),
      ),
    onNone: () => undefined,
  });
  return answer?.value;
}
