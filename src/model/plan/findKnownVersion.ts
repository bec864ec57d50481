import { canBeChosen, type PackagedVersion } from "../pack/packagedVersion.ts";
import type { KnownVersions } from "../release/versionChange.ts";

/**
 * Finds a component's packaged version by its exact text. Of several with the same text, one that can be chosen comes
 * first: a deleted version may have had the text before.
 */
export function findKnownVersion(
  known: KnownVersions,
  componentId: string,
  packageVersion: string,
): PackagedVersion | undefined {
  const versions = known.get(componentId) ?? [];
  const found = versions.filter((version) => version.packageVersion === packageVersion);
  return found.find(canBeChosen) ?? found[0];
}
