import type { Release } from "./release.ts";
import { versionChanges, type KnownVersions, type VersionChange } from "./versionChange.ts";

/** A release of a pack's history, with the release before it. */
export interface PastRelease {
  readonly release: Release;
  /** Absent for the first known release. */
  readonly previous?: Release;
  /** Whether it is the pack's current release. */
  readonly latest: boolean;
}

/** Pairs each release of a history (newest first) with the release before it. */
export function pastReleases(history: readonly Release[]): PastRelease[] {
  return history.map((release, at) => {
    const previous = history[at + 1];
    return { release, ...(previous && { previous }), latest: at === 0 };
  });
}

/** The ids of all components in any of the releases. */
export function releasedComponents(history: readonly Release[]): string[] {
  return [...new Set(history.flatMap(({ versions }) => Object.keys(versions)))];
}

/** The components that the release changed. Unchanged components are left out. */
export function changesOfRelease({ release, previous }: PastRelease, known: KnownVersions): VersionChange[] {
  const changes = versionChanges(previous?.versions ?? {}, release.versions, known);
  return changes.filter(({ kind }) => kind !== "unchanged");
}
