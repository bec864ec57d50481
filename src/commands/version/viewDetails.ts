import { t } from "@vscode/l10n";
import { preselectedVersion } from "../../model/release/preselectedVersions.ts";
import { ComponentItem } from "../../views/packs/componentItem.ts";
import { VersionItem } from "../../views/packs/versionItem.ts";
import type { Call, Services } from "../command.ts";
import { pickPackagedVersion } from "../ask/pickers.ts";

/** Opens the details of a packaged component version; for a component's row, of the version that would be released. */
export async function viewDetails(services: Services, { args }: Call): Promise<void> {
  const packageId = await packageIdOf(services, args[0]);
  if (packageId === undefined) return;
  await (await services.backend.get()).getVersion(packageId);
  await (await services.details()).open(packageId);
}

async function packageIdOf(services: Services, arg: unknown): Promise<string | undefined> {
  if (typeof arg === "string") return arg;
  if (arg instanceof VersionItem) return arg.version.packageId;
  if (arg instanceof ComponentItem) return packageIdOfComponent(services, arg);
  return pickPackagedVersion(services, t("View Component Details"));
}

async function packageIdOfComponent(
  { backend }: Services,
  { component }: ComponentItem,
): Promise<string | undefined> {
  const { componentId, deleted, currentVersion } = component;
  const shown = deleted ? currentVersion : preselectedVersion(component);
  const versions = (await (await backend.get()).listVersions([componentId])).get(componentId) ?? [];
  return (versions.find(({ packageVersion }) => packageVersion === shown) ?? versions[0])?.packageId;
}
