import * as l10n from "@vscode/l10n";
import type { BackendReads } from "../../backend/backendReads.ts";
import type { PackagedVersion } from "../../model/pack/packagedVersion.ts";
import { packagedVersionOf } from "../ask/packagedVersionOf.ts";
import { pickPackVersion } from "../ask/pickPackVersion.ts";
import { pickVersion } from "../ask/pickVersion.ts";
import { textArgument } from "../ask/textArgument.ts";
import type { Call, Services } from "../command.ts";

/** Compares a packaged version with another version of its component. */
export async function compareWith(services: Services, { args }: Call): Promise<void> {
  const title = l10n.t("Compare With Another Version");
  const version = await packagedVersionOf(services, args[0], () => pickPackVersion(services, title));
  if (!version) return;
  const backend = await services.backend.get();
  const other = textArgument(args, 1) ?? (await pickOtherVersion(backend, version));
  if (other === undefined) return;
  const { comparePackagedVersions } = await import("../../comparison/packComparisons.ts");
  await comparePackagedVersions(backend, version.packageId, other);
}

function pickOtherVersion(backend: BackendReads, compared: PackagedVersion): Promise<string | undefined> {
  const { packageId, componentId, componentName, packageVersion } = compared;
  return pickVersion(backend, componentId, {
    title: l10n.t("Compare {0} {1} With…", componentName, packageVersion),
    offer: (version) => version.packageId !== packageId,
    none: l10n.t('"{0}" has no other packaged version to compare with.', componentName),
  });
}
