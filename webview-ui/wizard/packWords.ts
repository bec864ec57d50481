import * as l10n from "@vscode/l10n";
import type { DeploymentModel } from "../../src/model/pack/pack.ts";

/** The words that differ between a legacy pack and others (rule 10). */
export function packWords(deploymentModel: DeploymentModel) {
  const legacy = deploymentModel === "legacy";
  return {
    components: legacy ? l10n.t("Publications") : l10n.t("Components"),
    latestVersion: legacy ? l10n.t("Available Version") : l10n.t("Latest Version"),
    releaseImmediately: legacy ? l10n.t("Release Immediate") : l10n.t("Release immediately"),
    releaseOnDate: legacy ? l10n.t("Release Pending") : l10n.t("Release on specified date"),
  };
}
