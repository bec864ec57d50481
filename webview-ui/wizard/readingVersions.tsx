import { t } from "@vscode/l10n";
import { ProgressRing } from "../shared/progressRing.tsx";

/** Says that the packaged versions are still being read. It stands after the buttons, so that nothing moves when it leaves. */
export function ReadingVersions() {
  return (
    <span class="under-way" role="status">
      <ProgressRing /> {t("Reading the versions…")}
    </span>
  );
}
