/** Package versions by component id. */
export type ComponentVersions = Readonly<Record<string, string>>;

/** The version that `versions` names for the component; nothing where it names none. */
export function versionIn(versions: ComponentVersions, componentId: string): string | undefined {
  return Object.hasOwn(versions, componentId) ? versions[componentId] : undefined;
}

/** Whether both name the same versions of the same components. */
export function sameVersions(one: ComponentVersions, other: ComponentVersions): boolean {
  const sorted = (versions: ComponentVersions) => JSON.stringify(Object.entries(versions).sort());
  return sorted(one) === sorted(other);
}

/** How a release came about: `late` is a scheduled one whose window had passed. */
export type ReleaseTrigger = "immediate" | "scheduled" | "late";

/** An immutable record of what was released, when (ISO instant), by whom and how. */
export interface Release {
  readonly releaseId: string;
  readonly releasedAt: string;
  readonly releasedBy: string;
  readonly trigger: ReleaseTrigger;
  readonly versions: ComponentVersions;
}

/** A release together with the pack it belongs to. */
export interface PackRelease extends Release {
  readonly packId: string;
}

/** Asks for an immediate release. */
export interface ReleaseRequest {
  readonly packId: string;
  /** What is to be released; components left out get the wizard's preselection (rule 5). */
  readonly versions?: ComponentVersions;
  /** `false`: a component left out of `versions` is an `InvalidRequest`, because nobody confirmed its preselection (rule 12). */
  readonly preselect?: boolean;
  /** Whether a scheduled release of the pack may be replaced (rule 6: the user was told). */
  readonly replaceScheduled?: boolean;
  /** The `packFingerprint` of the pack that the user was shown; the release is a `Conflict` if it has changed. */
  readonly expected?: string;
}

/** Asks for a release on a date. */
export interface ScheduleRequest extends ReleaseRequest {
  /** The local calendar date, `yyyy-MM-dd`, in `timeZone`. */
  readonly date: string;
  /** The IANA time zone that gives the date its meaning. */
  readonly timeZone: string;
}
