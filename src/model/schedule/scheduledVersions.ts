import type { IntegrationPack } from "../pack/pack.ts";
import { versionIn, type ComponentVersions } from "../release/release.ts";
import { resolveVersions } from "../release/resolveVersions.ts";
import type { Availability, FindVersion } from "../pack/packagedVersion.ts";

/**
 * Resolves the version of every component that a scheduled release contains when it runs. A component that was added
 * since it was scheduled is not released with it, because nobody confirmed it (rule 12). One that was marked Deleted since
 * leaves the pack (rule 3). One that was undeleted since stays at its current version.
 *
 * @throws as `resolveVersions`: a version was deleted or is no longer shareable, or nothing would change.
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
 * The version of every component when a person releases the scheduled pack now. Unlike at its date, a component that was
 * added since is released, too, as with every immediate release: with its version in `preselected`.
 */
export function versionsToReleaseNow(
  pack: IntegrationPack,
  scheduled: ComponentVersions,
  preselected: ComponentVersions,
): ComponentVersions {
  return Object.fromEntries(
    pack.components
      .filter(({ deleted }) => !deleted)
      .map(({ componentId, currentVersion }) => [
        componentId,
        (versionIn(scheduled, componentId) || currentVersion || versionIn(preselected, componentId)) ?? "",
      ]),
  );
}
