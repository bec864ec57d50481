import * as l10n from "@vscode/l10n";
import type { ComponentChildren } from "preact";
import type { PackagedVersion } from "../../src/model/pack/packagedVersion.ts";
import { OtherBranchTag } from "../shared/controls/otherBranchTag.tsx";

interface VersionCellProps {
  /** The package version; `""` for none. */
  readonly text: string;
  /** The packaged version, where it is known. */
  readonly version: PackagedVersion | undefined;
  readonly releaseBranch: string;
  /** What stands beside the version, such as a tag. */
  readonly children?: ComponentChildren;
}

/**
 * A version, and below it the branch that it is from, marked if it is another one, and who packaged it. The second line has
 * its place from the start.
 */
export function VersionCell({ text, version, releaseBranch, children }: VersionCellProps) {
  return (
    <div class="version-cell">
      <span class="version-line">
        {text === "" ? <span class="none">{l10n.t("None")}</span> : <bdi class="version-text">{text}</bdi>}{" "}
        {children}
      </span>{" "}
      {text !== "" && (
        <span
          class="origin-line"
          title={version && [version.branchName, version.createdBy].join("\n").trim()}
        >
          <OtherBranchTag version={version} releaseBranch={releaseBranch} />{" "}
          <span class="origin">{version ? <VersionOrigin version={version} /> : "\u00A0"}</span>
        </span>
      )}
    </div>
  );
}

/** The branch that the version is from, where it names one, and who packaged it. */
export function VersionOrigin({ version }: { readonly version: PackagedVersion }) {
  const { branchName, createdBy } = version;
  return (
    <>
      {branchName.trim() !== "" && (
        <>
          <bdi class="branch">{branchName}</bdi>
          {" · "}
        </>
      )}
      <bdi>{createdBy}</bdi>
    </>
  );
}
