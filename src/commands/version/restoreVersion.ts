import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import type { Call, Services } from "../command.ts";
import { pickVersionOfAnyComponent } from "./pickVersionOfAnyComponent.ts";

/** Restores a deleted packaged version. */
export async function restoreVersion(services: Services, call: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const version = await packagedVersionOf(services, call.args[0], () =>
    pickVersionOfAnyComponent(services, packaging, {
      title: t("Restore Packaged Version"),
      offer: ({ deleted }) => deleted,
      none: t("This component has no deleted version."),
    }),
  );
  if (!version) return;
  await packaging.restoreVersion(version.packageId);
  services.log.info(`Restored packaged version ${version.packageId}`);
}
