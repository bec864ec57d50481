import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";

/** The component's packaged version with that text; undefined if it is unknown or the versions are still loading. */
export function findVersion(
  versions: VersionsOfComponents | undefined,
  componentId: string,
  packageVersion: string,
): PackagedVersion | undefined {
  if (!versions || !Object.hasOwn(versions, componentId)) return undefined;
  return versions[componentId]?.find((version) => version.packageVersion === packageVersion);
}
