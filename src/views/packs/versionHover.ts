import { t } from "@vscode/l10n";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { formatDateTime } from "../../ui/dates.ts";
import type { Hover } from "../../ui/hover.ts";

/** The hover of a packaged version: who packaged it, when, from which branch, and its notes. `state`: `""` for none. */
export function versionHover(version: PackagedVersion, state: string): Hover {
  const { packageVersion, componentName, packageId, componentVersion, createdDate, createdBy } = version;
  return {
    title: `${componentName} ${packageVersion}`,
    facts: [
      [t("State"), state],
      [t("Created"), t("{0} by {1}", formatDateTime(createdDate), createdBy)],
      [t("Component version"), String(componentVersion)],
      [t("Branch"), version.branchName],
      [t("Folder"), version.folder],
      [t("Sharing"), version.shareable ? t("allowed") : t("not allowed")],
      [t("Packaged component ID"), packageId],
    ],
    closing: version.notes,
  };
}
