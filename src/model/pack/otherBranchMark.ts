import * as l10n from "@vscode/l10n";
import { isFromOtherBranch, type Branched } from "./branch.ts";

/** The mark of a version from a branch other than the release branch, such as "other branch: hotfix"; else `""`. */
export function otherBranchMark(version: Branched, releaseBranch: string): string {
  return isFromOtherBranch(version, releaseBranch) ? l10n.t("other branch: {0}", version.branchName) : "";
}
