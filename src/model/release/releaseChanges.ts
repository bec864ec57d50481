import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import { newestFirst, type FindVersion } from "../pack/packagedVersion.ts";
import { preselectedVersion } from "./preselection.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/** What a release does to one component of the pack. */
export type ChangeKind = "new" | "upgrade" | "rollBack" | "removed" | "unchanged";

/** One line of a release's summary. Versions are `''` where there is none. */
export interface ReleaseChange {
  readonly componentId: string;
  readonly componentName: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ChangeKind;
}

/** What releasing `chosen` does to one component; `findVersion` tells an upgrade from a roll-back by age. */
export function changeOf(component: PackComponent, chosen: string, findVersion: FindVersion): ChangeKind {
  const { componentId, currentVersion, latestVersion, deleted } = component;
  if (deleted) return "removed";
  if (currentVersion === "") return "new";
  if (chosen === currentVersion) return "unchanged";
  if (chosen === latestVersion) return "upgrade";
  const from = findVersion(componentId, currentVersion);
  const to = findVersion(componentId, chosen);
  return from && to && newestFirst(from, to) < 0 ? "rollBack" : "upgrade";
}

/** The summary of a release with the chosen versions, in the order of the pack's components. */
export function releaseChanges(
  pack: IntegrationPack,
  chosen: ComponentVersions,
  findVersion: FindVersion,
): ReleaseChange[] {
  return pack.components.map((component) => {
    const { componentId, componentName, currentVersion, deleted } = component;
    const to = deleted ? "" : (versionIn(chosen, componentId) ?? preselectedVersion(component));
    return {
      componentId,
      componentName,
      from: currentVersion,
      to,
      kind: changeOf(component, to, findVersion),
    };
  });
}
