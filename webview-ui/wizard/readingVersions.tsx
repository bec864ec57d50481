import { t } from "@vscode/l10n";

/** Says that the packaged versions are still being read. It stands after the buttons, so that nothing moves when it leaves. */
export function ReadingVersions() {
  return (
    <span class="under-way" role="status">
      <vscode-progress-ring /> {t("Reading the versions…")}
    </span>
  );
}
