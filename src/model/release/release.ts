import type { PlanReference } from "../plan/planReference.ts";

/** Package versions by component id. */
export type ComponentVersions = Readonly<Record<string, string>>;

/** The component's version, if there is one. */
export function versionIn(versions: ComponentVersions, componentId: string): string | undefined {
  return Object.hasOwn(versions, componentId) ? versions[componentId] : undefined;
}

/** The versions of the other components. */
export function withoutComponents(
  versions: ComponentVersions,
  componentIds: readonly string[],
): ComponentVersions {
  return Object.fromEntries(
    Object.entries(versions).filter(([componentId]) => !componentIds.includes(componentId)),
  );
}

/** Whether both contain the same versions of the same components. */
export function sameVersions(one: ComponentVersions, other: ComponentVersions): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([componentId, version]) => versionIn(other, componentId) === version)
  );
}

/** What started a release: a person, its schedule, or its schedule after its window had passed (`late`). */
export const releaseTriggers = ["immediate", "scheduled", "late"] as const;

/** What started a release. */
export type ReleaseTrigger = (typeof releaseTriggers)[number];

/** A past release of a pack. It never changes. */
export interface Release {
  readonly releaseId: string;
  /** ISO instant. */
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly trigger: ReleaseTrigger;
  readonly versions: ComponentVersions;
  /** The release plan that it comes from; left out where it comes from none. */
  readonly plan?: PlanReference;
}

/** A release with the id of its pack. */
export interface PackRelease extends Release {
  readonly packId: string;
}

/** A span of time, from the first instant up to, but not including, the second. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** A release in a list of all packs: without its versions, with the name of its pack. */
export interface ListedRelease extends Omit<PackRelease, "versions"> {
  /** The id of the pack where its name is not known. */
  readonly packName: string;
}

/** A request for an immediate release. */
export interface ReleaseRequest {
  readonly packId: string;
  /** The versions to release. Other components get their preselected version (rule 5). */
  readonly versions?: ComponentVersions;
  /**
   * The ids of components that were never released and are not in this release, such as those that a release did not have
   * that is restored. They stay in the pack.
   */
  readonly leftOut?: readonly string[];
  /**
   * `false`: a component that neither `versions` nor `leftOut` names is an `InvalidRequest`, because nobody confirmed its preselection (rule
   * 12).
   */
  readonly preselect?: boolean;
  /** The branch whose versions are preselected (rule 5), the setting `integrationPacks.release.branch`; `main` when left out. */
  readonly releaseBranch?: string;
  /** Whether a scheduled release of the pack may be replaced. Set it once the user knows (rule 6). */
  readonly replaceScheduled?: boolean;
  /** The `packFingerprint` of the pack as the user saw it. If it has changed, the request is rejected with `Conflict`. */
  readonly expected?: string;
}

/** A request for a release on a date. */
export interface ScheduleRequest extends ReleaseRequest {
  /** The local calendar date, `yyyy-MM-dd`, in `timeZone`. */
  readonly date: string;
  /** The IANA time zone of the date. */
  readonly timeZone: string;
}
