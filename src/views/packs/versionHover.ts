import * as l10n from "@vscode/l10n";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { formatDateTime } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";

/** The hover of a packaged version: who packaged it, when, from which branch, and its notes. `state`: `""` for none. */
export function versionHover(version: PackagedVersion, state: string): Hover {
  const { packageVersion, componentName, packageId, componentVersion, createdDate, createdBy } = version;
  return {
    title: `${componentName} ${packageVersion}`,
    facts: [
      [l10n.t("State"), state],
      [l10n.t("Created"), l10n.t("{0} by {1}", formatDateTime(createdDate), createdBy)],
      [l10n.t("Component version"), String(componentVersion)],
      [l10n.t("Branch"), version.branchName],
      [l10n.t("Folder"), version.folder],
      [l10n.t("Sharing"), version.shareable ? l10n.t("allowed") : l10n.t("not allowed")],
      [l10n.t("Packaged component ID"), packageId],
    ],
    closing: version.notes,
  };
}
