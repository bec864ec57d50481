import * as l10n from "@vscode/l10n";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import type { WizardProps } from "../wizardProps.ts";

/** Why no date can be chosen, with *Select Time Zone…*. The pack arrives again when a zone was selected. */
export function TimeZoneNotice({ problem, post }: Pick<WizardProps, "post"> & { readonly problem: string }) {
  return (
    <ProblemNotice message={problem}>
      <div class="buttons">
        <vscode-button onClick={() => post({ type: "selectTimeZone" })}>
          {l10n.t("Select Time Zone…")}
        </vscode-button>
      </div>
    </ProblemNotice>
  );
}
