import type { Backend } from "./backend.ts";
import { IntegrationPacksError } from "../errors/errors.ts";
import type { PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { KnownVersions } from "../model/release/versionChange.ts";

/** Reads the packaged versions of the components. Components that the backend does not know are absent. */
export async function readKnownVersions(
  backend: Pick<Backend, "listVersions">,
  componentIds: readonly string[],
): Promise<KnownVersions> {
  const all = await knownOrNothing(backend, componentIds);
  if (all) return all;
  const each = await Promise.all(componentIds.map((componentId) => knownOrNothing(backend, [componentId])));
  return new Map<string, readonly PackagedVersion[]>(each.flatMap((known) => [...(known ?? [])]));
}

async function knownOrNothing(
  backend: Pick<Backend, "listVersions">,
  componentIds: readonly string[],
): Promise<KnownVersions | undefined> {
  try {
    return await backend.listVersions(componentIds);
  } catch (error) {
    if (error instanceof IntegrationPacksError && error.code === "NotFound") return undefined;
    throw error;
  }
}
