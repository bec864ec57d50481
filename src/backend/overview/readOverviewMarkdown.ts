import * as l10n from "@vscode/l10n";
import { columnVersions } from "../../model/overview/columnVersions.ts";
import { describeOverview } from "../../model/overview/describeOverview.ts";
import { matrixColumnTitle } from "../../model/overview/matrixColumnTitle.ts";
import { overviewMarkdown, type OverviewNotes } from "../../model/overview/overviewMarkdown.ts";
import type { PackOverview } from "../../model/overview/packOverview.ts";
import { rolloutMarkdown } from "../../model/overview/rolloutMarkdown.ts";
import { versionChanges } from "../../model/release/versionChange.ts";
import type { BackendReads } from "../backendReads.ts";
import { readKnownVersions } from "../readKnownVersions.ts";

/** The overview as Markdown, with the notes of the last release and of those to come, and a link to the pack if there is one. */
export async function readOverviewMarkdown(
  backend: Pick<BackendReads, "listVersions">,
  overview: PackOverview,
  link?: string,
): Promise<string> {
  const { pack, matrix, groups, installations } = overview;
  return overviewMarkdown({
    pack,
    state: describeOverview(overview, groups),
    matrix,
    notes: await readNotes(backend, overview),
    link,
    sections: [`## ${l10n.t("Rollout")}`, rolloutMarkdown(installations)],
  });
}

/** The notes of the last release and of those to come. Earlier notes are in the history. */
async function readNotes(
  backend: Pick<BackendReads, "listVersions">,
  { matrix }: PackOverview,
): Promise<OverviewNotes[]> {
  const { columns } = matrix;
  const lastPast = columns.findLastIndex(({ kind }) => kind === "released" || kind === "current");
  const known = await readKnownVersions(
    backend,
    matrix.rows.map(({ componentId }) => componentId),
  );
  return columns.flatMap((column, at) => {
    if (at < lastPast) return [];
    // What is to come is compared with the last release.
    const before = at > lastPast ? lastPast : at - 1;
    return [
      {
        title: l10n.t("Release notes: {0}", matrixColumnTitle(column)),
        changes: versionChanges(columnVersions(matrix, before), columnVersions(matrix, at), known),
      },
    ];
  });
}
