import * as l10n from "@vscode/l10n";
import { versionErrors } from "../../errors/versionErrors.ts";
import type { NewPackagedVersion } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Chosen, ConfirmedCommand } from "../confirmation.ts";
import { askForNewVersion } from "./askForNewVersion.ts";

interface Creation extends Chosen {
  readonly version: NewPackagedVersion;
}

/**
 * Packages a version of a component. Arguments are the component, the version, and optionally its notes; such a version is
 * shareable and has no XML.
 */
export const createVersion: ConfirmedCommand<Creation> = {
  async find(services, { args }) {
    const packaging = await facetOf(services, "packaging");
    const given = versionOfArguments(args);
    if (given) return { version: given, chosen: undefined };
    const asked = await askForNewVersion(services, packaging, args[0]);
    return asked && { version: asked.value, chosen: asked.confirmed };
  },

  async question(services, { version: { component, packageVersion } }) {
    const components = await (await facetOf(services, "packaging")).listComponents();
    const name =
      "name" in component
        ? component.name
        : components.find(({ componentId }) => componentId === component.componentId)?.name;
    if (name === undefined) {
      throw versionErrors.componentNotFound("componentId" in component ? component.componentId : "");
    }
    return {
      message: l10n.t('Package version "{0}" of "{1}"?', packageVersion, name),
      detail: [
        l10n.t("Integration packs can carry the version. It becomes the latest one of the component."),
      ],
      button: l10n.t("Package"),
    };
  },

  async act(services, { version }, confirmed) {
    const packageId = await (await facetOf(services.changes(confirmed), "packaging")).createVersion(version);
    services.log.info(`Packaged version ${JSON.stringify(version.packageVersion)}: ${packageId}`);
    void showInformation(l10n.t('Version "{0}" was packaged.', version.packageVersion), {
      title: l10n.t("View Details"),
      run: async () => {
        const packaged = await (await services.backend.get()).getVersion(packageId);
        (await services.panels.details()).open(packaged);
      },
    });
  },
};

function versionOfArguments(args: readonly unknown[]): NewPackagedVersion | undefined {
  const componentId = textArgument(args, 0);
  const packageVersion = textArgument(args, 1);
  if (componentId === undefined || packageVersion === undefined) return undefined;
  const notes = textArgument(args, 2) ?? "";
  return { component: { componentId }, packageVersion, notes, shareable: true, xml: "" };
}
