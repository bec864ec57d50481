import { scheduleOf, type ReleaseSchedule, type ScheduledRelease } from "../schedule/scheduledRelease.ts";

/** `SINGLE`: Single Attachment, `MULTI`: Multiple Attachments. Fixed at creation. */
export type InstallationType = "SINGLE" | "MULTI";

/** A `legacy` pack carries published processes and API Services instead of packaged ones (rule 10). */
export type DeploymentModel = "packaged" | "legacy";

/** A process, or an API Service component (`webservice`). */
export type ComponentType = "process" | "webservice";

/** The maximum number of components in a pack (rule 1). */
export const maximumComponents = 100;

/** The maximum length of a description, in code points (rule 1). */
export const maximumDescriptionLength = 500;

/** One component of a pack. Versions are package versions: exact strings, `''` where there is none. */
export interface PackComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** The version in the pack's latest release; `''` when that release does not contain the component. */
  readonly currentVersion: string;
  /** The version that a person chose for the next release; `''` without a choice. */
  readonly pendingVersion: string;
  /** The newest shareable, not deleted version, if it is newer than the current version; else `''`. */
  readonly latestVersion: string;
  /** Whether the component leaves the pack with the next release. */
  readonly deleted: boolean;
}

/** The id and name of a pack. */
export interface NamedPack {
  readonly packId: string;
  readonly name: string;
}

/** A pack without its components. */
export interface PackProperties extends NamedPack {
  readonly description: string;
  readonly installationType: InstallationType;
  readonly deploymentModel: DeploymentModel;
}

/**
 * Why a pack cannot be changed or released as it was read.
 *
 * - `leaving`: it is not clear which of its components leave with the next release
 * - `incomplete`: its components, or some of them, were not in the answer
 */
export type PackDoubt = "leaving" | "incomplete";
/** A release that was sent and whose end is not known: the platform still runs it, or its answer was lost. */
export interface UnsettledRelease {
  readonly attemptId: string;
  readonly state: "running" | "unknown";
  /** ISO instant. */
  readonly sentAt: string;
  readonly sentBy: string;
}

/** An integration pack with its components and its scheduled release. */
export interface IntegrationPack extends PackProperties {
  readonly components: readonly PackComponent[];
  readonly scheduled?: ScheduledRelease;
  /** Left out where nothing is in doubt. */
  readonly doubt?: PackDoubt;
  /** Left out where the end of every release is known. */
  readonly unsettled?: UnsettledRelease;
}

/** The state of an integration pack, without its components. */
export interface PackSummary extends PackProperties {
  readonly componentCount: number;
  /** The number of components in which a release would change something (rule 4), up to `mostCountedChanges`. */
  readonly changeCount: number;
  /** Whether a release would change something (rule 4): whether `changeCount` is not 0. */
  readonly releasable: boolean;
  /** Whether the pack was ever released. */
  readonly released: boolean;
  /** The date of the last release, an ISO instant. Left out where there is none or the backend does not know it. */
  readonly lastReleasedAt?: string;
  readonly scheduled?: ReleaseSchedule;
  readonly unsettled?: UnsettledRelease;
  /** Left out where nothing is in doubt. */
  readonly doubt?: PackDoubt;
}

/** Whether a release would change something in the component (rule 4). */
function wouldChange(component: PackComponent): boolean {
  const { currentVersion, pendingVersion, latestVersion, deleted } = component;
  return (
    currentVersion === "" ||
    deleted ||
    (pendingVersion !== "" && pendingVersion !== currentVersion) ||
    latestVersion !== ""
  );
}

/** Changes are counted up to this number. An exact count would look at every component of an account. */
export const mostCountedChanges = 10;

/** The number of components in which a release would change something (rule 4), up to `mostCountedChanges`. */
export function countChanges(pack: Pick<IntegrationPack, "components">): number {
  return Math.min(pack.components.filter(wouldChange).length, mostCountedChanges);
}

/** Whether a release would change something in the pack (rule 4). `false` for a pack without components. */
export function canBeReleased(pack: IntegrationPack): boolean {
  return pack.components.some(wouldChange);
}

/** Summarizes a pack. `lastReleasedAt`: the ISO instant of its last release, if it is known. */
export function summarizePack(pack: IntegrationPack, lastReleasedAt?: string): PackSummary {
  const { components, scheduled, unsettled, ...properties } = pack;
  const changeCount = countChanges(pack);
  return {
    ...properties,
    componentCount: components.length,
    changeCount,
    releasable: changeCount > 0,
    released: lastReleasedAt !== undefined || components.some(({ currentVersion }) => currentVersion !== ""),
    ...(lastReleasedAt !== undefined && { lastReleasedAt }),
    ...(scheduled && { scheduled: scheduleOf(scheduled) }),
    ...(unsettled && { unsettled }),
  };
}

/**
 * The key of a pack's name: two packs have the same name when their keys are equal (rule 1). Letter case, Unicode form
 * and outer space do not count.
 */
export function packNameKey(name: string): string {
  return name.trim().normalize("NFC").toLowerCase().normalize("NFC");
}

/** A summary of a pack with a scheduled release. */
export type ScheduledPackSummary = PackSummary & Required<Pick<PackSummary, "scheduled">>;

/** The packs with a scheduled release, earliest window first. */
export function scheduledPacks(packs: readonly PackSummary[]): ScheduledPackSummary[] {
  return packs
    .filter((pack): pack is ScheduledPackSummary => pack.scheduled !== undefined)
    .sort((one, other) => Date.parse(one.scheduled.windowStart) - Date.parse(other.scheduled.windowStart));
}
