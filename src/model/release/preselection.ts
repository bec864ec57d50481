import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import type { ComponentVersions } from "./release.ts";

/** Rule 5: the pending version the user chose earlier, else the latest available one, else the current one. */
export function preselectedVersion(component: PackComponent): string {
  return component.pendingVersion || component.latestVersion || component.currentVersion;
}

/** The preselection of every component that stays in the pack. */
export function preselectedVersions(pack: IntegrationPack): ComponentVersions {
  const staying = pack.components.filter(({ deleted }) => !deleted);
  return Object.fromEntries(
    staying.map((component) => [component.componentId, preselectedVersion(component)]),
  );
}
