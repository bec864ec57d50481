import type { Backend } from "../../../backend/backend.ts";
import type { IntegrationPack } from "../../../model/pack/pack.ts";

/** Reads packs, in the order of their ids. An id that is there twice counts once. @throws `NotFound` */
export async function readPacks(
  backend: Pick<Backend, "getPack">,
  packIds: readonly string[],
): Promise<readonly IntegrationPack[]> {
  return Promise.all([...new Set(packIds)].map((packId) => backend.getPack(packId)));
}
