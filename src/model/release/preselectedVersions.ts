import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import type { ComponentVersions } from "./release.ts";

/** The version that the wizard preselects: the pending one, else the latest, else the current one (rule 5). */
export function preselectedVersion(component: PackComponent): string {
  return component.pendingVersion || component.latestVersion || component.currentVersion;
}

/** The preselected version of each component that stays in the pack. */
export function preselectedVersions(pack: IntegrationPack): ComponentVersions {
  const staying = pack.components.filter(({ deleted }) => !deleted);
  return Object.fromEntries(
    staying.map((component) => [component.componentId, preselectedVersion(component)]),
  );
}
