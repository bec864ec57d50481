import * as l10n from "@vscode/l10n";
import { ProgressRing } from "../../shared/controls/progressRing.tsx";

/** Says that the packaged versions are still being read. */
export function ReadingVersions() {
  return (
    <span class="under-way">
      <ProgressRing /> {l10n.t("Reading the versions…")}
    </span>
  );
}
