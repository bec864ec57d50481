import { t } from "@vscode/l10n";
import type { DeploymentModel } from "../../src/model/pack/pack.ts";

/** The words that differ between a legacy pack and others (rule 10). */
export function packWords(deploymentModel: DeploymentModel) {
  const legacy = deploymentModel === "legacy";
  return {
    components: legacy ? t("Publications") : t("Components"),
    latestVersion: legacy ? t("Available Version") : t("Latest Version"),
    releaseImmediately: legacy ? t("Release Immediate") : t("Release immediately"),
    releaseOnDate: legacy ? t("Release Pending") : t("Release on specified date"),
  };
}
