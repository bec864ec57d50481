import { t } from "@vscode/l10n";
import type { IntegrationPack } from "../pack/pack.ts";
import type { ComponentVersions, Release, ReleaseTrigger } from "./release.ts";
import { versionChanges, type KnownVersions, type VersionChange } from "./versionChange.ts";

/** A release that was made, with the one that it replaced. */
export interface PastRelease {
  readonly release: Release;
  /** Absent for the first release that is known. */
  readonly previous?: Release;
  /** Whether it is the pack's current release. */
  readonly latest: boolean;
}

/** Puts each release of a history, newest first, beside the one that it replaced. */
export function pastReleases(history: readonly Release[]): PastRelease[] {
  return history.map((release, at) => {
    const previous = history[at + 1];
    return { release, ...(previous && { previous }), latest: at === 0 };
  });
}

/** Every component that any of the releases carried. */
export function componentsOf(history: readonly Release[]): string[] {
  return [...new Set(history.flatMap(({ versions }) => Object.keys(versions)))];
}

/** What the release changed, without what stayed. */
export function changesOf({ release, previous }: PastRelease, known: KnownVersions): VersionChange[] {
  const changes = versionChanges(previous?.versions ?? {}, release.versions, known);
  return changes.filter(({ kind }) => kind !== "unchanged");
}

/** The versions that the pack's accounts run now. */
export function releasedVersions(pack: IntegrationPack): ComponentVersions {
  return versionsOf(pack, ({ currentVersion }) => currentVersion);
}

/** The versions that the pack has after its scheduled release; those that it has now when none is scheduled. */
export function versionsAfterSchedule(pack: IntegrationPack): ComponentVersions {
  const scheduled = new Map(Object.entries(pack.scheduled?.versions ?? {}));
  return versionsOf(pack, ({ componentId, currentVersion, deleted }) =>
    deleted && pack.scheduled ? "" : (scheduled.get(componentId) ?? currentVersion),
  );
}

function versionsOf(
  { components }: IntegrationPack,
  versionOf: (component: IntegrationPack["components"][number]) => string,
): ComponentVersions {
  const versions = components.map((component) => [component.componentId, versionOf(component)] as const);
  return Object.fromEntries(versions.filter(([, version]) => version !== ""));
}

/** How a release came about, in words. */
export function describeTrigger(trigger: ReleaseTrigger): string {
  switch (trigger) {
    case "immediate":
      return t("immediate");
    case "scheduled":
      return t("scheduled");
    case "late":
      return t("scheduled, late");
  }
}

/** One change in a few words, such as "Create Order 1.0 → 1.1". */
export function describeChange({ componentName, from, to, kind }: VersionChange): string {
  switch (kind) {
    case "new":
      return t("{0} {1} new", componentName, to);
    case "removed":
      return t("{0} {1} removed", componentName, from);
    case "rollBack":
      return t("{0} {1} → {2} (roll-back)", componentName, from, to);
    case "upgrade":
    case "unchanged":
      return t("{0} {1} → {2}", componentName, from, to);
  }
}

/** So many changes are named in one line. */
const named = 3;

/** All changes in one line; of many, how many more there are. */
export function describeChanges(changes: readonly VersionChange[]): string {
  if (changes.length === 0) return t("nothing changed");
  const first = changes.slice(0, named).map(describeChange).join(", ");
  return changes.length > named ? t("{0} and {1} more", first, changes.length - named) : first;
}
