import { releaseErrors } from "../../errors/releaseErrors.ts";
import type { IntegrationPack } from "../pack/pack.ts";
import type { Availability, FindVersion } from "../pack/packagedVersion.ts";
import { chosenVersions } from "./chosenVersions.ts";
import { versionIn, type ComponentVersions } from "./release.ts";

/**
 * Resolves a request to the version of every component in the release. A component that `requested` does not name has none,
 * so callers add the preselected versions where a request need not name all.
 *
 * @throws as `chosenVersions`; `NothingToRelease` when nothing would change
 */
export function resolveVersions(
  pack: IntegrationPack,
  requested: ComponentVersions,
  findVersion: FindVersion<Availability>,
  leftOut?: readonly string[],
): ComponentVersions {
  const resolved = chosenVersions(pack, requested, findVersion, leftOut);
  const changes = pack.components.some(
    ({ componentId, currentVersion, deleted }) =>
      deleted || (versionIn(resolved, componentId) ?? "") !== currentVersion,
  );
  if (!changes) throw releaseErrors.nothingToRelease(pack.name);
  return resolved;
}
