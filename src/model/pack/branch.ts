import type { PackagedVersion } from "./packagedVersion.ts";

/** The branch that releases come from unless the setting names another one: Boomi's guides use it for production. */
export const defaultReleaseBranch = "main";

/** The part of a version that says where it was packaged. */
export type Branched = Pick<PackagedVersion, "branchName">;

/** Whether the version was packaged from the branch. Letter case and outer space do not count; `""` is no branch. */
export function isFromBranch({ branchName }: Branched, branch: string): boolean {
  return branchKey(branchName) !== "" && branchKey(branchName) === branchKey(branch);
}

/** Whether the version was packaged from a branch other than the release branch (rule 5). `false` where either is `""`. */
export function isFromOtherBranch(version: Branched, releaseBranch: string): boolean {
  return (
    branchKey(version.branchName) !== "" &&
    branchKey(releaseBranch) !== "" &&
    !isFromBranch(version, releaseBranch)
  );
}

function branchKey(name: string): string {
  return name.trim().toLowerCase();
}
