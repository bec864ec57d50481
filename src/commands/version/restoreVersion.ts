import { t } from "@vscode/l10n";
import { facetOf } from "../../session/facetOf.ts";
import type { Call, Services } from "../command.ts";
import { packageIdOf } from "./packageIdOf.ts";

/** Restores a deleted packaged version. */
export async function restoreVersion(services: Services, call: Call): Promise<void> {
  const packaging = await facetOf(services, "packaging");
  const packageId = await packageIdOf(services, packaging, call, {
    title: t("Restore Packaged Version"),
    offer: ({ deleted }) => deleted,
    none: t("This component has no deleted version."),
  });
  if (packageId === undefined) return;
  await packaging.restoreVersion(packageId);
  services.log.info(`Restored packaged version ${packageId}`);
}
