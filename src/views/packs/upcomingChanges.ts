import { t } from "@vscode/l10n";
import type { IntegrationPack, PackComponent } from "../../model/pack/pack.ts";

/** How many changes a hover names before it only counts the rest. */
const maximumChanges = 10;

/** What a release of the pack would change, a line for each component, such as "Create Order: 1.1 → 2.0". */
export function upcomingChanges({ components }: Pick<IntegrationPack, "components">): string {
  const changes = components.map(upcomingChange).filter((change) => change !== "");
  const rest = changes.length - maximumChanges;
  return [
    ...changes.slice(0, maximumChanges),
    ...(rest > 0 ? [rest === 1 ? t("1 more change") : t("{0} more changes", rest)] : []),
  ].join("\n");
}

function upcomingChange(component: PackComponent): string {
  const { componentName, currentVersion, pendingVersion, latestVersion, deleted } = component;
  if (deleted) return t("{0}: {1} → removed", componentName, currentVersion);
  const next = pendingVersion || latestVersion;
  if (currentVersion === "") return t("{0}: new → {1}", componentName, next);
  return next === "" || next === currentVersion
    ? ""
    : t("{0}: {1} → {2}", componentName, currentVersion, next);
}
