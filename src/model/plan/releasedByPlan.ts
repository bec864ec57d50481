import type { IntegrationPack } from "../pack/pack.ts";
import { pastReleases, type PastRelease } from "../release/pastRelease.ts";
import type { Release } from "../release/release.ts";
import { versionChanges, type KnownVersions, type VersionChange } from "../release/versionChange.ts";

/** A pack with its releases, newest first. */
export interface PackHistory {
  readonly pack: IntegrationPack;
  readonly history: readonly Release[];
}

/** A pack that a plan released, with that release and the one before. */
export interface ReleasedByPlan {
  readonly pack: IntegrationPack;
  readonly past: PastRelease;
}

/** The packs that were released under the plan with this hash, each with the first of these releases. The last one comes first. */
export function releasedByPlan(histories: readonly PackHistory[], planHash: string): ReleasedByPlan[] {
  return histories
    .flatMap(({ pack, history }) => {
      const past = pastReleases(history).findLast(({ release }) => release.plan?.planHash === planHash);
      return past ? [{ pack, past }] : [];
    })
    .sort((one, other) => releasedAt(other) - releasedAt(one));
}

/** What the release changed, unchanged components included. */
export function changesBetween({ release, previous }: PastRelease, known: KnownVersions): VersionChange[] {
  return versionChanges(previous?.versions ?? {}, release.versions, known);
}

function releasedAt({ past }: ReleasedByPlan): number {
  return Date.parse(past.release.releasedAt);
}
