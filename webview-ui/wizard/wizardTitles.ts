import { t } from "@vscode/l10n";

/** The headings of the two steps, for one pack or several. */
export function wizardTitles(isSeveral: boolean) {
  return isSeveral
    ? {
        versions: t("Release Integration Packs: Select Versions"),
        schedule: t("Release Integration Packs: Select Release Schedule"),
      }
    : {
        versions: t("Release Integration Pack: Select Versions"),
        schedule: t("Release Integration Pack: Select Release Schedule"),
      };
}
