import * as l10n from "@vscode/l10n";
import { plural } from "../../base/language.ts";
import { versionIn, type ComponentVersions } from "../../model/release/release.ts";
import type { IntegrationPack, PackComponent } from "../../model/pack/pack.ts";

/** How many changes a hover names before it only counts the rest. */
const maximumChanges = 10;

/** What a release of these versions would change, a line for each component, such as "Create Order: 1.1 → 2.0". */
export function upcomingChanges(
  { components }: Pick<IntegrationPack, "components">,
  versions: ComponentVersions,
): string {
  const changes = components
    .map((component) => upcomingChange(component, versionIn(versions, component.componentId) ?? ""))
    .filter((change) => change !== "");
  const rest = changes.length - maximumChanges;
  return [
    ...changes.slice(0, maximumChanges),
    ...(rest > 0 ? [plural(rest, l10n.t("{0} more change", rest), l10n.t("{0} more changes", rest))] : []),
  ].join("\n");
}

function upcomingChange({ componentName, currentVersion, deleted }: PackComponent, next: string): string {
  if (deleted) return l10n.t("{0}: {1} → removed", componentName, currentVersion);
  if (currentVersion === "") return l10n.t("{0}: new → {1}", componentName, next);
  return next === "" || next === currentVersion
    ? ""
    : l10n.t("{0}: {1} → {2}", componentName, currentVersion, next);
}
