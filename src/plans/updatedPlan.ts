import type { BackendReads } from "../backend/backendReads.ts";
import { planErrors } from "../errors/planErrors.ts";
import { checkPlanTarget } from "../model/plan/checkPlanTarget.ts";
import { defaultPlanName } from "../model/plan/planHeading.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { replaceImpossibleVersions, updatePlan } from "../model/plan/updatePlan.ts";
import { releaseBranch } from "../ui/settings/settings.ts";
import { checkedPlan } from "./checkedPlan.ts";

/**
 * The plan as it fits the packs on the backend now. What was released under the plan and taken back since needs a plan with
 * another hash (rule 17), so the plan gets another name then.
 *
 * @throws `InvalidRequest` for a plan for another backend, address or account; `NotFound` when none of its packs exists
 */
export async function updatedPlan(
  backend: Pick<BackendReads, "plans" | "listPackSummaries">,
  plan: ReleasePlan,
  now: Date,
): Promise<ReleasePlan> {
  const { plans } = backend;
  checkPlanTarget(plan.target, plans.target);
  const present = new Set((await backend.listPackSummaries()).map(({ packId }) => packId));
  const packIds = plan.packs.map(({ packId }) => packId).filter((packId) => present.has(packId));
  if (packIds.length === 0) throw planErrors.nothingLeft();
  const draft = await plans.draft({ packIds, releaseBranch: releaseBranch() });
  const drafted = new Map(draft.plan.packs.map((pack) => [pack.packId, pack]));
  const updated = updatePlan(plan, drafted);
  const { check } = await checkedPlan(backend, updated);
  const possible = replaceImpossibleVersions(updated, drafted, check);
  const { check: last } = await checkedPlan(backend, possible);
  const isDrift = last.packs.some(({ state }) => state === "drift");
  return isDrift ? { ...possible, name: defaultPlanName(now) } : possible;
}
