import * as l10n from "@vscode/l10n";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { pickVersionOfAnyComponent } from "./pickVersionOfAnyComponent.ts";

/** Restores a deleted packaged version. */
export const restoreVersion: ConfirmedCommand<PackagedVersion> = {
  async find(services, { args }) {
    const packaging = await facetOf(services, "packaging");
    return packagedVersionOf(services, args[0], () =>
      pickVersionOfAnyComponent(services, packaging, {
        title: l10n.t("Restore Packaged Version"),
        offer: ({ deleted }) => deleted,
        none: l10n.t("This component has no deleted version."),
      }),
    );
  },

  question: (_, { packageVersion, componentName }) => ({
    message: l10n.t('Restore version "{0}" of "{1}"?', packageVersion, componentName),
    detail: [l10n.t("Integration packs can carry the version again.")],
    button: l10n.t("Restore"),
  }),

  severalQuestion: (_, versions) => ({
    message: l10n.t("Restore {0} packaged versions?", versions.length),
    detail: [
      l10n.t("Integration packs can carry the versions again."),
      versions.map(({ componentName, packageVersion }) => `${componentName} ${packageVersion}`),
    ],
    button: l10n.t("Restore"),
  }),

  async act(services, { packageId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "packaging")).restoreVersion(packageId);
    services.log.info(`Restored packaged version ${packageId}`);
  },
};
