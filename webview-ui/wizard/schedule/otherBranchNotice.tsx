import * as l10n from "@vscode/l10n";
import { plural } from "../../../src/base/language.ts";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { otherBranchChanges } from "../state/otherBranchChanges.ts";
import { shownVersions } from "../state/seenVersions.ts";
import type { WizardProps } from "../wizardProps.ts";

interface OtherBranchNoticeProps extends Pick<WizardProps, "state"> {
  readonly shown: WizardPack;
  readonly changes: readonly ReleaseChange[];
}

/** Names the versions that are released from a branch other than the one that releases come from. */
export function OtherBranchNotice({ state, shown, changes }: OtherBranchNoticeProps) {
  const { releaseBranch } = shown;
  const versions = shownVersions(state.received);
  if (releaseBranch !== "" && !versions) {
    return (
      <p class="notice warning">
        {l10n.t("The branches of the versions are not known: they could not be read.")}
      </p>
    );
  }
  const others = otherBranchChanges(changes, versions, releaseBranch);
  if (others.length === 0) return null;
  return (
    <div class="notice warning">
      <p>
        {plural(
          others.length,
          l10n.t("{0} version is not from the branch {1}:", others.length, releaseBranch),
          l10n.t("{0} versions are not from the branch {1}:", others.length, releaseBranch),
        )}
      </p>
      <ul>
        {others.map(({ change, version }) => (
          <li key={change.componentId}>
            {l10n.t("{0} {1}: branch {2}", change.componentName, change.to, version.branchName)}
          </li>
        ))}
      </ul>
    </div>
  );
}
