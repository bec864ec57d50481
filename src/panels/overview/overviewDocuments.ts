import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import { readKnownVersions } from "../../backend/readKnownVersions.ts";
import { readingSummary } from "../../model/installation/readingSummary.ts";
import { markdownText } from "../../model/text/markdown.ts";
import { columnVersions } from "../../model/overview/columnVersions.ts";
import { describeOverview } from "../../model/overview/describeOverview.ts";
import { matrixColumnTitle } from "../../model/overview/matrixColumnTitle.ts";
import { overviewMarkdown, type OverviewNotes } from "../../model/overview/overviewMarkdown.ts";
import { versionChanges } from "../../model/release/versionChange.ts";
import type { PackOverview } from "../../protocol/overview.ts";

/** The overview as Markdown, with the notes of the last release and of those to come. */
export async function markdownOf(backend: BackendReads, overview: PackOverview): Promise<string> {
  const { pack, matrix, groups, installations } = overview;
  const rollout = installations ? readingSummary(installations) : "";
  return overviewMarkdown({
    pack,
    state: describeOverview(overview, groups),
    matrix,
    notes: await readNotes(backend, overview),
    sections: rollout === "" ? [] : [`## ${l10n.t("Rollout")}`, markdownText(rollout)],
  });
}

/** The notes of the last release and of those to come. Earlier notes are in the history. */
async function readNotes(backend: BackendReads, { matrix }: PackOverview): Promise<OverviewNotes[]> {
  const { columns } = matrix;
  const lastPast = columns.findLastIndex(({ kind }) => kind === "released" || kind === "current");
  const noted = columns.flatMap((column, at) => (at < lastPast ? [] : [{ column, at }]));
  const known = await readKnownVersions(
    backend,
    matrix.rows.map(({ componentId }) => componentId),
  );
  return noted.map(({ column, at }) => {
    // What is to come is compared with the last release.
    const before = at > lastPast ? lastPast : at - 1;
    return {
      title: l10n.t("Release notes: {0}", matrixColumnTitle(column)),
      changes: versionChanges(
        before < 0 ? {} : columnVersions(matrix, before),
        columnVersions(matrix, at),
        known,
      ),
    };
  });
}
