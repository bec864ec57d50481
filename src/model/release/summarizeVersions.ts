import * as l10n from "@vscode/l10n";
import { utcText } from "../text/utcText.ts";
import { oneLine, severalLines } from "../text/visibleText.ts";
import type { PackagedVersion } from "../pack/packagedVersion.ts";
import type { VersionChange } from "./versionChange.ts";

/**
 * One side of a comparison as text: each component with its version and notes. A line is the same on both sides only where
 * nothing changed. Components without a version on the side are left out.
 */
export function summarizeVersions(
  title: string,
  changes: readonly VersionChange[],
  side: "before" | "after",
): string {
  const present = changes
    .map((change) => ({ ...change, version: side === "before" ? change.from : change.to }))
    .filter(({ version }) => version !== "");
  const blocks = present.map(({ componentName, version, [side]: packaged }) =>
    [oneLine(componentName), ...describe(version, packaged).map((line) => `  ${line}`)].join("\n"),
  );
  return [oneLine(title), l10n.t("Components: {0}", present.length), "", blocks.join("\n\n"), ""].join("\n");
}

function describe(version: string, packaged: PackagedVersion | undefined): string[] {
  const named = l10n.t("Version: {0}", oneLine(version));
  if (!packaged) return [named, l10n.t("This version is no longer known.")];
  const { componentVersion, createdDate, createdBy, branchName, folder, packageId, notes } = packaged;
  return [
    named,
    l10n.t("Component version: {0}", componentVersion),
    l10n.t("Created: {0} by {1}", utcText(createdDate), oneLine(createdBy)),
    l10n.t("Branch: {0}", oneLine(branchName)),
    l10n.t("Folder: {0}", oneLine(folder)),
    l10n.t("Packaged component ID: {0}", oneLine(packageId)),
    ...(packaged.deleted ? [l10n.t("This version is deleted.")] : []),
    ...(notes === ""
      ? []
      : [
          l10n.t("Notes:"),
          ...severalLines(notes)
            .split("\n")
            .map((line) => `  ${line}`),
        ]),
  ];
}
