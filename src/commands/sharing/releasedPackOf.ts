import * as l10n from "@vscode/l10n";
import { packErrors } from "../../errors/packErrors.ts";
import { sharingErrors } from "../../errors/sharingErrors.ts";
import type { PackSummary } from "../../model/pack/pack.ts";
import { packIdOf } from "../ask/packIdOf.ts";
import type { Services } from "../command.ts";

/**
 * The released pack whose installations a command is about: from the arguments, from the row, or picked. Nothing when the
 * person cancels.
 *
 * @throws `NotFound`; `InvalidRequest` for a pack that was never released, which nobody can install
 */
export async function releasedPackOf(
  services: Pick<Services, "backend">,
  arg: unknown,
  title: string,
): Promise<PackSummary | undefined> {
  const none = l10n.t("No integration pack has been released yet.");
  const packId = await packIdOf(services, arg, { title, offer: ({ released }) => released, none });
  if (packId === undefined) return undefined;
  const packs = await (await services.backend.get()).listPackSummaries();
  const pack = packs.find((each) => each.packId === packId);
  if (!pack) throw packErrors.packNotFound(packId);
  if (!pack.released) throw sharingErrors.packNeverReleased(pack.name);
  return pack;
}
