import * as l10n from "@vscode/l10n";
import { isFromOtherBranch, type Branched } from "../../../src/model/pack/branch.ts";

interface OtherBranchTagProps {
  /** Undefined while it is not known. */
  readonly version: Branched | undefined;
  /** The branch that releases come from. */
  readonly releaseBranch: string;
}

/** Marks a version from a branch other than the one that releases come from (rule 5). Nothing for any other version. */
export function OtherBranchTag({ version, releaseBranch }: OtherBranchTagProps) {
  if (!version || !isFromOtherBranch(version, releaseBranch)) return null;
  return <span class="tag otherBranch">{l10n.t("Other branch")}</span>;
}
