import * as l10n from "@vscode/l10n";
import type { PackSummary } from "../../model/pack/pack.ts";
import type { Services } from "../command.ts";
import { pick } from "../../ui/ask/pick.ts";
import { shortPackState } from "../../views/packs/packState.ts";
import type { Question } from "./question.ts";
import { rowSubject } from "./rowSubject.ts";

/**
 * The id of the pack that a command is about: from the arguments, from the row, or picked by a person. Nothing when the person
 * cancels.
 */
export async function packIdOf(
  { backend }: Pick<Services, "backend">,
  arg: unknown,
  { title, offer = () => true, none }: Question<PackSummary>,
): Promise<string | undefined> {
  if (typeof arg === "string") return arg;
  const { packId } = rowSubject(arg);
  if (packId !== undefined) return packId;
  const packs = await (await backend.get()).listPackSummaries();
  const picks = packs.filter(offer).map((pack) => ({
    label: pack.name,
    description: shortPackState(pack),
    detail: pack.description,
    value: pack.packId,
  }));
  return (await pick(title, picks, none, l10n.t("Select an integration pack")))?.value;
}
