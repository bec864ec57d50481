import type { PlanReference } from "../../../model/plan/planReference.ts";
import type { ComponentVersions, PackRelease, ReleaseTrigger } from "../../../model/release/release.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";

/**
 * Where a request that was sent to the platform stands.
 *
 * - `sending`: it is about to be sent or was sent, and no answer was recorded;
 * - `accepted`: the platform accepted the release, and its end is not known;
 * - `unknown`: no answer came, and nobody knows whether the platform did what was asked;
 * - `dismissed`: as `unknown`, and a person who was told so confirmed to go on;
 * - `released`, `scheduled`: it was done;
 * - `notMade`: the platform rejected it or gave it up, or nothing was sent.
 */
export const attemptStates = [
  "sending",
  "accepted",
  "unknown",
  "dismissed",
  "released",
  "scheduled",
  "notMade",
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** One request to release or to schedule a pack, as it is about to be sent. */
export interface NewAttempt {
  readonly packId: string;
  readonly packName: string;
  readonly trigger: ReleaseTrigger;
  /** ISO instant. */
  readonly sentAt: string;
  /** Who confirmed it. */
  readonly sentBy: string;
  readonly versions: ComponentVersions;
  /** The components that leave the pack with the release. */
  readonly removed: readonly string[];
  /** The scheduled release that it runs, changes or replaces; `""` where the pack has none. */
  readonly scheduleId: string;
  /** What is to be scheduled; left out for a release. */
  readonly scheduled?: ScheduledRelease;
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: PlanReference;
}

/** A request that was sent, or was about to be. */
export interface ReleaseAttempt extends NewAttempt {
  readonly attemptId: string;
  /** The platform's id of it; `""` until it is known. */
  readonly requestId: string;
  readonly state: AttemptState;
  /** ISO instant; as exactly as this workspace knows. */
  readonly releasedAt: string | undefined;
}

/** The release that an attempt led to. */
export function toRelease(attempt: ReleaseAttempt): PackRelease {
  const { packId, releasedAt, sentAt, sentBy, trigger, versions, plan } = attempt;
  return {
    packId,
    releaseId: releaseIdOf(attempt),
    releasedAt: releasedAt ?? sentAt,
    releasedBy: sentBy,
    trigger,
    versions,
    ...(plan && { plan }),
  };
}

/** The id that a release of the attempt has, or would have. */
export function releaseIdOf({ attemptId, requestId }: ReleaseAttempt): string {
  return requestId || attemptId;
}
