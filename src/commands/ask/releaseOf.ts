import * as l10n from "@vscode/l10n";
import { errors } from "../../errors/errors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import { pastReleases, type PastRelease } from "../../model/release/pastRelease.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "./packIdOf.ts";
import { pickRelease } from "./pickRelease.ts";
import type { Question } from "./question.ts";
import { rowSubject } from "./rowSubject.ts";
import { textArgument } from "./textArgument.ts";

/** The release that a command is about, and its pack. */
export interface ChosenRelease {
  readonly packId: string;
  readonly past: PastRelease;
}

/**
 * The release that a command is about: from the row, from the arguments, or picked by a person. If arguments name only a
 * pack, it is the newest release that would be offered. Nothing when the person cancels.
 *
 * @throws `NotFound` for an unknown pack or release; `InvalidRequest` when arguments name a pack without such a release
 */
export async function releaseOf(
  services: Pick<Services, "backend">,
  { args, byPerson }: Call,
  question: Question<PastRelease>,
): Promise<ChosenRelease | undefined> {
  const { title, offer = () => true, none } = question;
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ released }) => released,
    none: l10n.t("No integration pack has been released yet."),
  });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const releases = pastReleases(await backend.history(packId));
  const releaseId = rowSubject(args[0]).releaseId ?? textArgument(args, 1);
  if (releaseId !== undefined) {
    const given = releases.find(({ release }) => release.releaseId === releaseId);
    if (!given) throw releaseErrors.releaseNotFound(releaseId, (await backend.getPack(packId)).name);
    return { packId, past: given };
  }
  if (byPerson) {
    const past = await pickRelease(services, question, releases);
    return past && { packId, past };
  }
  const newest = releases.find(offer);
  if (!newest) throw errors.invalidRequest(none);
  return { packId, past: newest };
}
