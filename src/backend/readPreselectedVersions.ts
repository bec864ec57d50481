import { IntegrationPacksError } from "../errors/errors.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import { decidedByBranches, preselectedVersions } from "../model/release/preselectedVersions.ts";
import type { ComponentVersions } from "../model/release/release.ts";
import type { KnownVersions } from "../model/release/versionChange.ts";
import type { Backend } from "./backend.ts";
import { readKnownVersions } from "./readKnownVersions.ts";

/**
 * Reads the preselected version of each component that stays in the pack (rule 5). Reads only versions whose branches
 * decide. A user who may not read versions gets what the pack itself offers. Versions in `chosen` take precedence.
 */
export async function readPreselectedVersions(
  backend: Pick<Backend, "listVersions">,
  pack: IntegrationPack,
  releaseBranch: string,
  chosen: ComponentVersions = {},
): Promise<ComponentVersions> {
  const known = await readIfAllowed(backend, decidedByBranches(pack, chosen));
  const preselected = preselectedVersions(pack, {
    releaseBranch,
    versionsOf: (componentId) => known?.get(componentId) ?? [],
  });
  return { ...preselected, ...chosen };
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
