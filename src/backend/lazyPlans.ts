import { lazy } from "../base/lazy.ts";
import type { PlanFacet } from "./planFacet.ts";

/** A facet whose code is loaded with the first plan: few sessions need it. */
export function lazyPlans(
  identity: Pick<PlanFacet, "target" | "scheduleWith">,
  load: () => Promise<Pick<PlanFacet, "draft" | "check" | "apply">>,
): PlanFacet {
  const loaded = lazy(load);
  return {
    ...identity,
    draft: async (request) => (await loaded()).draft(request),
    check: async (plan, options) => (await loaded()).check(plan, options),
    apply: async (plan, request) => (await loaded()).apply(plan, request),
  };
}
