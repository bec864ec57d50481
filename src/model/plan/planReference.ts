import { toStorable } from "../pack/inputProblems.ts";
import type { PlanHash } from "./file/planHash.ts";
import type { ReleasePlan } from "./releasePlan.ts";

/** The release plan that a release or a scheduled release comes from. */
export interface PlanReference {
  readonly planHash: string;
  /** Left out where the plan has no name. */
  readonly name?: string;
}

/** The name of a plan; the start of its hash where it has none. */
export function planLabel({ planHash, name }: PlanReference): string {
  return name === undefined || name.trim() === "" ? planHash.slice(0, 15) : `"${name}"`;
}

/** The reference to a plan, as it can be stored. */
export function planReference({ name }: ReleasePlan, planHash: PlanHash): PlanReference {
  return { planHash, ...(name !== undefined && { name: toStorable(name) }) };
}
