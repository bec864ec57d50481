import { t } from "@vscode/l10n";
import type { NewPackagedVersion } from "../../model/pack/packagedVersion.ts";
import { facetOf } from "../../session/facetOf.ts";
import { showInformation } from "../../ui/notifications.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";
import { askForNewVersion } from "./askForNewVersion.ts";
import { viewDetails } from "./viewDetails.ts";

/**
 * Packages a version of a component. Code passes the component, the version, and optionally its notes; such a version is
 * shareable and has no XML.
 */
export async function createVersion(services: Services, { args, byPerson }: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const version = versionOfArguments(args) ?? (await askForNewVersion(services, packaging, args[0]));
  if (!version) return;
  const packageId = await packaging.createVersion(version);
  services.log.info(`Packaged version ${JSON.stringify(version.packageVersion)}: ${packageId}`);
  if (!byPerson) return;
  const message = t('Version "{0}" was packaged.', version.packageVersion);
  void showInformation(message, {
    title: t("View Details"),
    run: () => viewDetails(services, { byPerson: true, args: [packageId] }),
  });
}

function versionOfArguments(args: readonly unknown[]): NewPackagedVersion | undefined {
  const componentId = textArgument(args, 0);
  const packageVersion = textArgument(args, 1);
  if (componentId === undefined || packageVersion === undefined) return undefined;
  const notes = textArgument(args, 2) ?? "";
  return { component: { componentId }, packageVersion, notes, shareable: true, xml: "" };
}
