import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import { describeChangeKind } from "../release/describeChangeKind.ts";
import { csv } from "../text/csv.ts";
import { markdownText } from "../text/markdown.ts";
import { matrixColumnTitle } from "./matrixColumnTitle.ts";
import type { MatrixCell, MatrixChange, ReleaseMatrix } from "./releaseMatrix.ts";

/** How many columns a Markdown table has: more of them do not fit into a page. */
const maximumColumns = 8;

/** Formats the matrix as a Markdown table. Of many columns, it contains the newest. */
export function matrixMarkdown({ columns, rows }: ReleaseMatrix): string {
  const omitted = Math.max(0, columns.length - maximumColumns);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const shown = columns.slice(omitted);
  const table = [
    line([l10n.t("Component"), ...shown.map((column) => markdownText(matrixColumnTitle(column)))]),
    line(["---", ...shown.map(() => "---")]),
    ...rows.map(({ componentName, cells }) =>
      line([markdownText(componentName), ...cells.slice(omitted).map(markdownCell)]),
    ),
  ].join("\n");
  return omitted === 0 ? table : `${table}\n\n${omittedColumns(omitted)}`;
}

/** Formats the matrix as comma-separated values: a column with the change beside each column with versions. */
export function matrixCsv({ columns, rows }: ReleaseMatrix): string {
  const title = [l10n.t("Component"), l10n.t("Component ID")];
  return csv([
    [
      ...title,
      ...columns.map(matrixColumnTitle).flatMap((column) => [column, l10n.t("{0}: change", column)]),
    ],
    ...rows.map(({ componentId, componentName, cells }) => [
      componentName,
      componentId,
      ...cells.flatMap(({ version, change }) => [version, changeWord(change)]),
    ]),
  ]);
}

function markdownCell({ version, change }: MatrixCell): string {
  const word = changeWord(change);
  const shown = markdownText(version) || "–";
  if (change === "removed") return word;
  return word === "" ? shown : `${shown} (${word})`;
}

/** What a release does to a component, in a word. Empty where it does nothing or nothing is known. */
function changeWord(change: MatrixChange): string {
  return change === "absent" || change === "unknown" || change === "unchanged"
    ? ""
    : describeChangeKind(change);
}

function omittedColumns(count: number): string {
  return plural(
    count,
    l10n.t("{0} earlier release is not shown.", count),
    l10n.t("{0} earlier releases are not shown.", count),
  );
}
