import * as l10n from "@vscode/l10n";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { describeChanges } from "../../model/release/describeChanges.ts";
import { describeTrigger } from "../../model/release/describeTrigger.ts";
import { changesOfRelease, pastReleases, releasedComponents } from "../../model/release/pastRelease.ts";
import type { Release } from "../../model/release/release.ts";
import type { KnownVersions } from "../../model/release/versionChange.ts";
import { releasesReport } from "../../model/report/releasesReport.ts";
import { utcText } from "../../model/text/utcText.ts";
import type { RunCommand } from "../command.ts";
import { exitCodes } from "../exitCodes.ts";
import { blockReport, type Block } from "../format/block.ts";
import { findPack } from "./findPack.ts";

/** Lists the releases of a pack. */
export const history: RunCommand = async ({ parameters: [idOrName = ""], options, openBackend, notices }) => {
  const backend = await openBackend();
  const { packId, name } = findPack(await backend.listPackSummaries(), idOrName);
  const releases = await backend.history(packId);
  if (backend.historyLimits !== undefined) notices.note(backend.historyLimits);
  // JSON has ids and versions; names and the order of versions are for people.
  const isForPrograms = options.text("format") === "json";
  const known = isForPrograms ? new Map() : await readKnownVersions(backend, releasedComponents(releases));
  return {
    exitCode: exitCodes.done,
    report: blockReport(releasesReport(releases), () => [
      { kind: "heading", text: name },
      releasesTable(releases, known),
    ]),
  };
};

function releasesTable(releases: readonly Release[], known: KnownVersions): Block {
  if (releases.length === 0) return { kind: "paragraph", text: l10n.t("No release is known.") };
  return {
    kind: "table",
    columns: [
      l10n.t("Released"),
      l10n.t("By"),
      l10n.t("How"),
      l10n.t("Changes"),
      l10n.t("Plan"),
      l10n.t("Release ID"),
    ],
    rows: pastReleases(releases).map((past) => {
      const { releaseId, releasedAt, releasedBy, trigger, plan } = past.release;
      return [
        utcText(releasedAt),
        releasedBy,
        describeTrigger(trigger),
        describeChanges(changesOfRelease(past, known)),
        plan ? (plan.name ?? plan.planHash) : "",
        releaseId,
      ];
    }),
  };
}
