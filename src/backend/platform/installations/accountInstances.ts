import type * as v from "valibot";
import { chunksOf } from "../http/bulk.ts";
import type { PlatformClient } from "../http/platformClient.ts";
import { oneOf, query } from "../http/queries.ts";
import { packInstanceSchema } from "../http/readers.ts";
import { installationErrors } from "./installationErrors.ts";

/** How many packs go into one `or`. */
const filterSize = 100;

/** One row about an installed pack. */
export type InstanceRow = v.InferOutput<typeof packInstanceSchema>;

/** What an account has of a pack. */
export interface PackInstances {
  /** How often the pack is installed. */
  readonly count: number;
  readonly instanceIds: readonly string[];
  readonly processes: InstanceRow["ProcessId"];
}

/**
 * What the account of the client has of the packs, by their ids: by one request for up to 100 packs.
 *
 * @throws `Unreachable` also where the answer does not say which pack an installation belongs to
 */
export async function readInstances(
  client: PlatformClient,
  packIds: readonly string[],
): Promise<ReadonlyMap<string, PackInstances>> {
  const found = new Map<string, PackInstances>();
  for (const chunk of chunksOf(packIds, filterSize)) {
    const filter = oneOf("integrationPackId", chunk);
    const { rows, unreadable } = await query(client, "IntegrationPackInstance", packInstanceSchema, filter);
    const ofPacks = chunk.map((packId) => [packId, instancesOf(rows, packId, chunk.length === 1)] as const);
    const isDoubtful = unreadable > 0 || rows.some(isOfUnnamedPack);
    for (const [packId, instances] of ofPacks) {
      if (isDoubtful && instances.count === 0) throw installationErrors.notReadable();
      found.set(packId, instances);
    }
  }
  return found;
}

/** `isOnlyPack`: the query named no other pack, so that rows without a pack belong to this one. */
function instancesOf(rows: readonly InstanceRow[], packId: string, isOnlyPack: boolean): PackInstances {
  const own = rows.filter(
    (row) => row.integrationPackId === packId || (isOnlyPack && row.integrationPackId === ""),
  );
  const instanceIds = [...new Set(own.map(({ id }) => id).filter((id) => id !== ""))];
  const isNamed = own.some(({ integrationPackId }) => integrationPackId !== "");
  return {
    count: instanceIds.length > 0 ? instanceIds.length : Number(isNamed),
    instanceIds,
    processes: own.flatMap(({ ProcessId }) => ProcessId),
  };
}

function isOfUnnamedPack({ id, integrationPackId }: InstanceRow): boolean {
  return id !== "" && integrationPackId === "";
}
