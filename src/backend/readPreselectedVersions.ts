import { IntegrationPacksError } from "../errors/errors.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import { dependsOnBranches, preselectedVersions } from "../model/release/preselectedVersions.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import type { KnownVersions } from "../model/release/versionChange.ts";
import type { Backend } from "./backend.ts";
import { readKnownVersions } from "./readKnownVersions.ts";

/**
 * Reads the preselected version of each component that stays in the pack (rule 5). Reads only versions whose branches
 * decide. A user who may not read versions gets what the pack itself offers.
 */
export async function readPreselectedVersions(
  backend: Pick<Backend, "listVersions">,
  pack: IntegrationPack,
  releaseBranch: string,
): Promise<ComponentVersions> {
  const componentIds = pack.components.filter(dependsOnBranches).map(({ componentId }) => componentId);
  const known = await readIfAllowed(backend, componentIds);
  return preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known?.get(componentId) ?? [],
  });
}

async function readIfAllowed(
  backend: Pick<Backend, "listVersions">,
  componentIds: readonly string[],
): Promise<KnownVersions | undefined> {
  if (componentIds.length === 0) return undefined;
  try {
    return await readKnownVersions(backend, componentIds);
  } catch (error) {
    if (error instanceof IntegrationPacksError && error.code === "Forbidden") return undefined;
    throw error;
  }
}
