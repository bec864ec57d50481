import type { ReleaseSchedule, ScheduledRelease } from "../schedule/scheduledRelease.ts";

/** `SINGLE`: Single Attachment, `MULTI`: Multiple Attachments. Fixed at creation. */
export type InstallationType = "SINGLE" | "MULTI";

/** A `legacy` pack carries published processes and API Services instead of packaged ones (rule 10). */
export type DeploymentModel = "packaged" | "legacy";

/** A process, or an API Service component (`webservice`). */
export type ComponentType = "process" | "webservice";

/** Rule 1: a pack holds at most this many components. */
export const maximumComponents = 100;

/** Rule 1: a pack's description has at most this many characters. */
export const maximumDescriptionLength = 500;

/** One component of a pack. Versions are package versions (exact strings); `''` where there is none. */
export interface PackComponent {
  readonly componentId: string;
  readonly componentName: string;
  readonly componentType: ComponentType;
  /** The version in the pack's latest release; `''` before the first. */
  readonly currentVersion: string;
  /** The version chosen for the next release; `''` when none was chosen. */
  readonly pendingVersion: string;
  /** The newest shareable, not deleted version that is newer than the one released; `''` when there is none. */
  readonly latestVersion: string;
  /** Whether the component leaves the pack with the next release. */
  readonly deleted: boolean;
}

/** What is known of a pack without its components. */
export interface PackProperties {
  readonly packId: string;
  readonly name: string;
  readonly description: string;
  readonly installationType: InstallationType;
  readonly deploymentModel: DeploymentModel;
}

/** An integration pack with everything that the next release could change. */
export interface IntegrationPack extends PackProperties {
  readonly components: readonly PackComponent[];
  readonly scheduled?: ScheduledRelease;
}

/** An integration pack as a list shows it: its state, but not its components. */
export interface PackSummary extends PackProperties {
  readonly componentCount: number;
  /** Whether a release would change something (rule 4). */
  readonly releasable: boolean;
  /** Whether the pack was ever released. */
  readonly released: boolean;
  /** When it was last released, as an ISO instant, where the backend knows. */
  readonly lastReleasedAt?: string;
  readonly scheduled?: ReleaseSchedule;
}

/** Rule 4: whether a release of the component would change something. */
function wouldChange(component: PackComponent): boolean {
  const { currentVersion, pendingVersion, latestVersion, deleted } = component;
  return (
    currentVersion === "" ||
    deleted ||
    (pendingVersion !== "" && pendingVersion !== currentVersion) ||
    latestVersion !== ""
  );
}

/** Rule 4: a pack can be released when it has components and a release would change something. */
export function canBeReleased(pack: IntegrationPack): boolean {
  return pack.components.some(wouldChange);
}

/** The summary of a pack whose components are at hand. */
export function summarizePack(pack: IntegrationPack, lastReleasedAt?: string): PackSummary {
  const { components, scheduled, ...properties } = pack;
  return {
    ...properties,
    componentCount: components.length,
    releasable: canBeReleased(pack),
    released: lastReleasedAt !== undefined || components.some(({ currentVersion }) => currentVersion !== ""),
    ...(lastReleasedAt !== undefined && { lastReleasedAt }),
    ...(scheduled && { scheduled }),
  };
}

/** What two packs must share to have the same name (rule 1): letter case, Unicode form and outer space do not count. */
export function packNameKey(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}

/** A pack whose release waits for its date. */
export type ScheduledPackSummary = PackSummary & Required<Pick<PackSummary, "scheduled">>;

/** The packs with a scheduled release, the next one first. */
export function scheduledPacks(packs: readonly PackSummary[]): ScheduledPackSummary[] {
  return packs
    .filter((pack): pack is ScheduledPackSummary => pack.scheduled !== undefined)
    .sort((one, other) => Date.parse(one.scheduled.windowStart) - Date.parse(other.scheduled.windowStart));
}

const nameOrder = new Intl.Collator(undefined, { numeric: true });

/** Sorts names as a person expects: `Orders 2` before `Orders 10`, letter case last. */
export function compareNames(one: string, other: string): number {
  return nameOrder.compare(one, other);
}
