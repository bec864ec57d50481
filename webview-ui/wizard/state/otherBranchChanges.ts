import { isFromOtherBranch } from "../../../src/model/pack/branch.ts";
import type { PackagedVersion } from "../../../src/model/pack/packagedVersion.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { VersionsOfComponents } from "../../../src/protocol/wizard/wizardMessage.ts";
import { findVersion } from "./findVersion.ts";

/** A change to a version from another branch than the release branch. */
export interface OtherBranchChange {
  readonly change: ReleaseChange;
  readonly version: PackagedVersion;
}

/** The changes to versions from another branch than the release branch (rule 5). What stays as it is counts as no change. */
export function otherBranchChanges(
  changes: readonly ReleaseChange[],
  versions: VersionsOfComponents | undefined,
  releaseBranch: string,
): OtherBranchChange[] {
  return changes.flatMap((change) => {
    const { componentId, to, kind } = change;
    const version = kind === "unchanged" ? undefined : findVersion(versions, componentId, to);
    return version && isFromOtherBranch(version, releaseBranch) ? [{ change, version }] : [];
  });
}
