import { Emitter } from "../base/event.ts";
import { lazy } from "../base/lazy.ts";
import type { PlanOutcome } from "../model/plan/application/planOutcome.ts";
import type { PlanFacet } from "./facets/planFacet.ts";

/** A facet whose code is loaded with the first plan: few sessions need it. It announces the outcomes of its plans. */
export function lazyPlans(
  identity: Pick<PlanFacet, "target" | "scheduleWith">,
  load: () => Promise<Pick<PlanFacet, "draft" | "check" | "apply">>,
): PlanFacet {
  const loaded = lazy(load);
  const applied = new Emitter<PlanOutcome>();
  return {
    ...identity,
    onDidApply: applied.event,
    draft: async (request) => (await loaded()).draft(request),
    check: async (plan, options) => (await loaded()).check(plan, options),
    apply: async (plan, request) => {
      const outcome = await (await loaded()).apply(plan, request);
      // Not in this call: a listener that throws must not make what was sent look like a failure.
      queueMicrotask(() => applied.fire(outcome));
      return outcome;
    },
  };
}
