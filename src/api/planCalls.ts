import { checkOptionsOf } from "../backend/checkOptionsOf.ts";
import { formatPlan } from "../model/plan/file/formatPlan.ts";
import { parsePlan } from "../model/plan/file/parsePlan.ts";
import type { ReleasePlan } from "../model/plan/releasePlan.ts";
import { checkReport } from "../model/plan/report/checkReport.ts";
import { outcomeReport } from "../model/plan/report/outcomeReport.ts";
import type { ApiDependencies, Calls } from "./apiCalls.ts";
import { checkText } from "./copyArgument.ts";
import { checkPlanRequest } from "./checkPlanRequest.ts";
import type { PlanApi } from "./planApi.ts";

/** The methods for release plans, on whichever backend is active. */
export function planCalls({ backend: active, timeZone, releaseBranch }: ApiDependencies): Calls<PlanApi> {
  const plans = async () => (await active.get()).plans;
  return {
    async draftPlan(input) {
      const request = { ...checkPlanRequest(input), releaseBranch: releaseBranch() };
      const options = checkOptionsOf(request, timeZone);
      const { plan } = await (await plans()).draft({ ...request, ...options });
      return parsePlan(formatPlan(plan));
    },
    async checkPlan(input) {
      const plan = readPlan(input);
      const options = checkOptionsOf(plan, timeZone);
      return checkReport(await (await plans()).check(plan, options));
    },
    async applyPlan(input, hash) {
      const [plan, planHash] = [readPlan(input), checkText(hash, "planHash")];
      const options = checkOptionsOf(plan, timeZone);
      return outcomeReport(await (await plans()).apply(plan, { planHash, ...options }));
    },
  };
}

/** Reads a plan that was copied. A text is no plan here. @throws `InvalidRequest` with the path of the first problem */
function readPlan(copied: unknown): ReleasePlan {
  return parsePlan(typeof copied === "string" ? { text: copied } : withoutUndefined(copied));
}

/** The data without the keys whose value is undefined, which count as left out. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([key, each]) => (each === undefined ? [] : [[key, withoutUndefined(each)] as const])),
  );
}
