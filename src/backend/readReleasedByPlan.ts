import { releasedByPlan, type ReleasedByPlan } from "../model/plan/releasedByPlan.ts";
import type { Backend } from "./backend.ts";

/** Reads the packs that were released under the plan with this hash, as `releasedByPlan` orders them. */
export async function readReleasedByPlan(
  backend: Pick<Backend, "listPacks" | "history">,
  planHash: string,
): Promise<ReleasedByPlan[]> {
  const packs = await backend.listPacks();
  const histories = await Promise.all(
    packs.map(async (pack) => ({ pack, history: await backend.history(pack.packId) })),
  );
  return releasedByPlan(histories, planHash);
}
