import { createHash } from "node:crypto";
import { planHash, type PlanHash } from "../model/plan/file/planHash.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";

/** The hash of a plan. */
export function hashPlan(plan: ReleasePlan): PlanHash {
  return planHash(plan, (bytes) => createHash("sha256").update(bytes).digest("hex"));
}
