import { canBeChosen } from "../pack/packagedVersion.ts";
import type { PlannableVersion } from "./plannableVersion.ts";

/**
 * Finds a component's packaged version by its exact text. Of several with the same text, one that can be chosen comes
 * first: a deleted version may have had the text before.
 */
export function findKnownVersion<Version extends PlannableVersion>(
  known: ReadonlyMap<string, readonly Version[]>,
  componentId: string,
  packageVersion: string,
): Version | undefined {
  const versions = known.get(componentId) ?? [];
  const found = versions.filter((version) => version.packageVersion === packageVersion);
  return found.find(canBeChosen) ?? found[0];
}
