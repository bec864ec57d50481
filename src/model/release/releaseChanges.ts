import type { IntegrationPack, PackComponent } from "../pack/pack.ts";
import type { FindVersion } from "../pack/packagedVersion.ts";
import { changeKind, type ChangeKind } from "./changeKind.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/** What a release does to one component. `from` and `to` are package versions, `''` where there is none. */
export interface ReleaseChange {
  readonly componentId: string;
  readonly componentName: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ChangeKind;
}

/** How a release with the version `chosen` changes the component. */
export function changeOf(component: PackComponent, chosen: string, findVersion: FindVersion): ChangeKind {
  const { componentId, currentVersion, deleted } = component;
  if (deleted) return "removed";
  if (currentVersion === "") return "new";
  const before = findVersion(componentId, currentVersion);
  const after = findVersion(componentId, chosen);
  return changeKind(currentVersion, chosen, before, after);
}

/**
 * What a release with the versions `chosen` does to each component of the pack, in the pack's order. A component that was
 * never released and has no chosen version is left out, and so unchanged.
 */
export function releaseChanges(
  pack: IntegrationPack,
  chosen: ComponentVersions,
  findVersion: FindVersion,
): ReleaseChange[] {
  return pack.components.map((component) => {
    const { componentId, componentName, currentVersion, deleted } = component;
    const wanted = versionIn(chosen, componentId);
    const to = deleted ? "" : (wanted ?? "");
    const isLeftOut = !deleted && currentVersion === "" && wanted === undefined;
    const kind = isLeftOut ? "unchanged" : changeOf(component, to, findVersion);
    return { componentId, componentName, from: currentVersion, to, kind };
  });
}
