import * as l10n from "@vscode/l10n";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import type { SeveralState } from "../state/severalState.ts";
import type { PageProps } from "../wizardProps.ts";

interface PlanNoticesProps extends PageProps {
  readonly several: SeveralState;
}

/** Where the packs come from, where that is no longer so: another backend is open, or the plan's file changed. */
export function PlanNotices({ page, post, several }: PlanNoticesProps) {
  const { otherTarget, isPlanFileChanged = false } = page.received;
  const { opened, file } = several;
  return (
    <>
      {otherTarget !== undefined && <ProblemNotice message={otherTarget} />}
      {isPlanFileChanged && (
        <div class="notice warning" role="alert">
          <p>
            {l10n.t(
              "The file {0} changed while the wizard was open. The wizard shows the plan as it was opened.",
              fileName(file),
            )}
          </p>
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => post({ type: "reopenPlan" })}>
              {l10n.t("Open the Changed Plan")}
            </vscode-button>
          </div>
        </div>
      )}
      {opened?.notes !== undefined && opened.notes !== "" && <p class="description">{opened.notes}</p>}
    </>
  );
}

/** The name of the file of a URI. */
function fileName(file = ""): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
