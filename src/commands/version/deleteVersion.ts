import * as l10n from "@vscode/l10n";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import type { ConfirmedCommand } from "../confirmation.ts";
import { pickVersionOfAnyComponent } from "./pickVersionOfAnyComponent.ts";

/** Deletes a packaged version. */
export const deleteVersion: ConfirmedCommand<PackagedVersion> = {
  async find(services, { args }) {
    const packaging = await facetOf(services, "packaging");
    return packagedVersionOf(services, args[0], () =>
      pickVersionOfAnyComponent(services, packaging, {
        title: l10n.t("Delete Packaged Version"),
        offer: ({ deleted }) => !deleted,
        none: l10n.t("This component has no version to delete."),
      }),
    );
  },

  question: (_, { packageVersion, componentName }) => ({
    message: l10n.t('Delete version "{0}" of "{1}"?', packageVersion, componentName),
    detail: [
      l10n.t(
        "It can be restored. Until then no integration pack can carry it, and no new version can have its name.",
      ),
    ],
    button: l10n.t("Delete"),
  }),

  severalQuestion: (_, versions) => ({
    message: l10n.t("Delete {0} packaged versions?", versions.length),
    detail: [
      l10n.t(
        "They can be restored. Until then no integration pack can carry them, and no new version can have their names.",
      ),
      versions.map(({ componentName, packageVersion }) => `${componentName} ${packageVersion}`),
    ],
    button: l10n.t("Delete"),
  }),

  async act(services, { packageId }, confirmed) {
    await (await facetOf(services.changes(confirmed), "packaging")).deleteVersion(packageId);
    services.log.info(`Deleted packaged version ${packageId}`);
  },
};
