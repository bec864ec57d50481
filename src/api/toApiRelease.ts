import type { PackRelease, Release } from "../model/release/release.ts";
import type { PlanReference } from "../model/plan/planReference.ts";
import type { ApiPackRelease, ApiRelease } from "./integrationPacksApi.ts";
import type { ApiPlanReference } from "./planApi.ts";

/** The published form of a release. */
export function toApiRelease(release: Release): ApiRelease {
  return {
    releaseId: release.releaseId,
    releasedAt: release.releasedAt,
    releasedBy: release.releasedBy,
    trigger: release.trigger,
    versions: { ...release.versions },
    ...(release.plan && { plan: toApiPlanReference(release.plan) }),
  };
}

function toApiPlanReference({ planHash, name }: PlanReference): ApiPlanReference {
  return { planHash, ...(name !== undefined && { name }) };
}

/** The published form of a release together with its pack. */
export function toApiPackRelease(release: PackRelease): ApiPackRelease {
  return { packId: release.packId, ...toApiRelease(release) };
}
