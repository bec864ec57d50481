import * as l10n from "@vscode/l10n";

/** Which of the two steps the page is. */
export function StepNumber({ step }: { readonly step: 1 | 2 }) {
  return <p class="secondary">{l10n.t("Step {0} of 2", step)}</p>;
}
