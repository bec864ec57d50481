import type { PackRelease, Release } from "../model/release/release.ts";
import type { ApiPackRelease, ApiRelease } from "./integrationPacksApi.ts";

/** The published form of a release. */
export function toApiRelease(release: Release): ApiRelease {
  return {
    releaseId: release.releaseId,
    releasedAt: release.releasedAt,
    releasedBy: release.releasedBy,
    trigger: release.trigger,
    versions: { ...release.versions },
  };
}

/** The published form of a release together with its pack. */
export function toApiPackRelease(release: PackRelease): ApiPackRelease {
  return { packId: release.packId, ...toApiRelease(release) };
}
