import * as l10n from "@vscode/l10n";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { describeChanges } from "../../model/release/describeChanges.ts";
import { describeTrigger } from "../../model/release/describeTrigger.ts";
import { changesOfRelease, releasedComponents, type PastRelease } from "../../model/release/pastRelease.ts";
import { pick } from "../../ui/ask/pick.ts";
import { formatDateTime } from "../../ui/dates.ts";
import { joinParts } from "../../ui/joinParts.ts";
import type { Services } from "../command.ts";
import type { Question } from "./question.ts";

/** Asks for one of the releases. Each pick says when, by whom and how it was released, and what it changed. */
export async function pickRelease(
  services: Pick<Services, "backend">,
  { title, offer = () => true, none }: Question<PastRelease>,
  releases: readonly PastRelease[],
): Promise<PastRelease | undefined> {
  const backend = await services.backend.get();
  const offered = releases.filter(offer);
  const history = offered.flatMap(({ release, previous }) => (previous ? [release, previous] : [release]));
  const known = await readKnownVersions(backend, releasedComponents(history));
  const picks = offered.map((past) => {
    const { releasedAt, releasedBy, trigger } = past.release;
    return {
      label: formatDateTime(releasedAt),
      description: joinParts([past.latest && l10n.t("current"), describeTrigger(trigger), releasedBy]),
      detail: describeChanges(changesOfRelease(past, known)),
      value: past,
    };
  });
  return (await pick(title, picks, none, backend.historyLimits ?? l10n.t("Select a release")))?.value;
}
