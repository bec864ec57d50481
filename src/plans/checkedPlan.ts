import type { BackendReads } from "../backend/backendReads.ts";
import { checkOptionsOf } from "../backend/checkOptionsOf.ts";
import type { PlanCheck } from "../model/plan/check/planCheck.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { schedulerTimeZone } from "../ui/settings/settings.ts";

/** A plan with what it would do as the packs are now. */
export interface CheckedPlan {
  readonly plan: ReleasePlan;
  readonly check: PlanCheck;
}

/** Checks a plan on the backend. @throws `InvalidRequest` for a plan for another backend, address or account */
export async function checkedPlan(
  { plans }: Pick<BackendReads, "plans">,
  plan: ReleasePlan,
): Promise<CheckedPlan> {
  return { plan, check: await plans.check(plan, checkOptionsOf(plan, schedulerTimeZone)) };
}
