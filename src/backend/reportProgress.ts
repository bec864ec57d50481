import type { ApplyRequest, PlanProgress } from "./facets/planFacet.ts";

/** Reports how far a plan is. Not in this call: a receiver that throws must not make what was sent look like a failure. */
export function reportProgress(onProgress: ApplyRequest["onProgress"], progress: PlanProgress): void {
  if (onProgress) queueMicrotask(() => onProgress(progress));
}
