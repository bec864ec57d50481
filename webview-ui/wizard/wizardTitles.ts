import * as l10n from "@vscode/l10n";

/** The headings of the two steps, for one pack or several. */
export function wizardTitles(isSeveral: boolean) {
  return isSeveral
    ? {
        versions: l10n.t("Release Integration Packs: Select Versions"),
        schedule: l10n.t("Release Integration Packs: Select Release Schedule"),
      }
    : {
        versions: l10n.t("Release Integration Pack: Select Versions"),
        schedule: l10n.t("Release Integration Pack: Select Release Schedule"),
      };
}
