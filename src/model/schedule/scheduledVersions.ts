import type { IntegrationPack } from "../pack/pack.ts";
import type { ComponentVersions } from "../release/release.ts";
import { preselectedVersion } from "../release/preselection.ts";
import { resolveVersions } from "../release/resolveVersions.ts";
import type { Availability, FindVersion } from "../pack/packagedVersion.ts";

/**
 * The version of every component that the pack's scheduled release carries at its date: the scheduled ones, of what is in
 * the pack by then. A component that was added since is not released with it, as nobody confirmed that (rule 12); one
 * that was marked Deleted since leaves (rule 3); one that was undeleted since keeps its current version.
 *
 * @throws as `resolveVersions`: a version was deleted or is not shareable any more, or nothing would change.
 */
export function resolveScheduledVersions(
  pack: IntegrationPack,
  scheduled: ComponentVersions,
  findVersion: FindVersion<Availability>,
): ComponentVersions {
  const chosen = new Map(
    pack.components
      .filter(({ deleted }) => !deleted)
      .map(({ componentId, currentVersion }) => [
        componentId,
        Object.hasOwn(scheduled, componentId) ? (scheduled[componentId] ?? "") : currentVersion,
      ]),
  );
  const components = pack.components.filter(
    ({ componentId, deleted }) => deleted || chosen.get(componentId) !== "",
  );
  const versions = [...chosen].filter(([, version]) => version !== "");
  return resolveVersions({ ...pack, components }, Object.fromEntries(versions), findVersion);
}

/**
 * The version of every component when the scheduled release is made at once, by its user's hand: as at its date, but a
 * component that was added since goes with it, as it does with every immediate release.
 */
export function versionsToReleaseNow(pack: IntegrationPack, scheduled: ComponentVersions): ComponentVersions {
  return Object.fromEntries(
    pack.components
      .filter(({ deleted }) => !deleted)
      .map((component) => [
        component.componentId,
        (Object.hasOwn(scheduled, component.componentId) && scheduled[component.componentId]) ||
          component.currentVersion ||
          preselectedVersion(component),
      ]),
  );
}
