import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import { leftOutComponents } from "../state/chosenVersions.ts";
import type { PackChoices } from "../state/wizardState.ts";

/** The components that a roll-back or a release plan leaves out. Nothing where it leaves out none. */
export function LeftOutNotice({ choices }: { readonly choices: PackChoices }) {
  const names = leftOutComponents(choices).map(({ componentName }) => componentName);
  if (names.length === 0) return null;
  const list = listed(names);
  return (
    <p class="notice">
      {choices.start?.isPlanned === true
        ? l10n.t("Left out, because they were never released and are not in the plan: {0}", list)
        : l10n.t("Left out, because that release did not have them: {0}", list)}
    </p>
  );
}
