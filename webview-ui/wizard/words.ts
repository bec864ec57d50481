import { t } from "@vscode/l10n";
import type { DeploymentModel } from "../../src/model/pack/pack.ts";
import type { ChangeKind } from "../../src/model/release/changeKind.ts";

/** The wizard's words that a legacy pack has others for (rule 10). */
export function wordsOf(deploymentModel: DeploymentModel) {
  const legacy = deploymentModel === "legacy";
  return {
    components: legacy ? t("Publications") : t("Components"),
    latestVersion: legacy ? t("Available Version") : t("Latest Version"),
    releaseImmediately: legacy ? t("Release Immediate") : t("Release immediately"),
    releaseOnDate: legacy ? t("Release Pending") : t("Release on specified date"),
  };
}

/** What a release does to a component, in a word. */
export function changeName(kind: ChangeKind): string {
  switch (kind) {
    case "new":
      return t("New");
    case "upgrade":
      return t("Upgrade");
    case "rollBack":
      return t("Roll-back");
    case "removed":
      return t("Removed");
    case "unchanged":
      return t("Unchanged");
  }
}
