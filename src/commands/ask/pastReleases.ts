import { t } from "@vscode/l10n";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { errors } from "../../errors/errors.ts";
import { releaseErrors } from "../../errors/releaseErrors.ts";
import {
  changesOfRelease,
  releasedComponents,
  pastReleases,
  type PastRelease,
} from "../../model/release/pastRelease.ts";
import { describeChanges } from "../../model/release/describeChanges.ts";
import { describeTrigger } from "../../model/release/describeTrigger.ts";
import { withoutIcons } from "../../ui/plainText.ts";
import { joinParts } from "../../ui/joinParts.ts";
import { formatDateTime } from "../../ui/dates.ts";
import type { Call, Services } from "../command.ts";
import { packIdOf } from "./pickers.ts";
import { pick } from "./pick.ts";
import { rowSubject, textArgument } from "./rowSubject.ts";

/** A release that a command is about, and its pack. */
export interface ChosenRelease {
  readonly packId: string;
  readonly past: PastRelease;
}

interface ReleaseQuestion {
  readonly title: string;
  /** Which releases are offered; all when left out. */
  readonly offer?: (past: PastRelease) => boolean;
  /** What to say when there is none to offer. */
  readonly none: string;
}

/**
 * The release that a command is about: the row's, the one that code names, or the one that the person picks; nothing
 * when they cancel. Code that names a pack alone means the newest release that would be offered.
 *
 * @throws `NotFound` for an unknown pack or release; `InvalidRequest` when code names a pack without such a release
 */
export async function releaseOf(
  services: Pick<Services, "backend">,
  { args, byPerson }: Call,
  question: ReleaseQuestion,
): Promise<ChosenRelease | undefined> {
  const { title, offer = () => true, none } = question;
  const packId = await packIdOf(services, args[0], {
    title,
    offer: ({ released }) => released,
    none: t("No integration pack has been released yet."),
  });
  if (packId === undefined) return undefined;
  const backend = await services.backend.get();
  const releases = pastReleases(await backend.history(packId));
  const releaseId = rowSubject(args[0]).releaseId ?? textArgument(args, 1);
  if (releaseId !== undefined) {
    const named = releases.find(({ release }) => release.releaseId === releaseId);
    if (!named) throw releaseErrors.releaseNotFound(releaseId, (await backend.getPack(packId)).name);
    return { packId, past: named };
  }
  const offered = releases.filter(offer);
  if (byPerson) {
    const past = await pickRelease(services, question, offered);
    return past && { packId, past };
  }
  const [newest] = offered;
  if (!newest) throw errors.invalidRequest(none);
  return { packId, past: newest };
}

/** Asks for one of the releases, with when, who, how, and what changed. */
export async function pickRelease(
  services: Pick<Services, "backend">,
  { title, none }: ReleaseQuestion,
  offered: readonly PastRelease[],
): Promise<PastRelease | undefined> {
  const backend = await services.backend.get();
  const history = offered.flatMap(({ release, previous }) => (previous ? [release, previous] : [release]));
  const known = await readKnownVersions(backend, releasedComponents(history));
  const picks = offered.map((past) => {
    const { releasedAt, releasedBy, trigger } = past.release;
    return {
      label: formatDateTime(releasedAt),
      description: withoutIcons(
        joinParts([past.latest && t("current"), describeTrigger(trigger), releasedBy]),
      ),
      detail: withoutIcons(describeChanges(changesOfRelease(past, known))),
      value: past,
    };
  });
  return pick(title, picks, none, backend.historyLimits);
}
