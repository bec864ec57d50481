import type { PackagedVersion, Deployment, IncludedComponent } from "../pack/packagedVersion.ts";
import type { ComponentType, PackProperties } from "../pack/pack.ts";
import type { ComponentVersions, ReleaseTrigger } from "../release/release.ts";
import type { ScheduleEventKind } from "../schedule/scheduledRelease.ts";

/**
 * A whole local store as one document. Dates are ISO instants; lists that have a time are oldest first, so that what is
 * made later is appended. A key that is optional is left out where it has nothing to say.
 */
export interface Snapshot {
  readonly $schema?: string;
  readonly formatVersion: 1;
  readonly components: readonly SnapshotComponent[];
  readonly packs: readonly SnapshotPack[];
  readonly accountGroups: readonly SnapshotAccountGroup[];
  readonly installations: readonly SnapshotInstallation[];
}

/** A process or API Service component with all its packaged versions. */
export interface SnapshotComponent {
  readonly componentId: string;
  readonly name: string;
  readonly type: ComponentType;
  readonly versions: readonly SnapshotVersion[];
}

/** A packaged version with what it is made of and where it is deployed. */
export interface SnapshotVersion extends Omit<
  PackagedVersion,
  "componentId" | "componentName" | "componentType"
> {
  readonly includedComponents?: readonly SnapshotIncludedComponent[];
  readonly deployments?: readonly Deployment[];
}

/** A component inside a packaged version, with its XML where that is kept. */
export interface SnapshotIncludedComponent extends IncludedComponent {
  readonly xml?: string;
}

/** An integration pack with its past and what waits for its date. */
export interface SnapshotPack extends PackProperties {
  readonly components: readonly SnapshotPackComponent[];
  readonly releases?: readonly SnapshotRelease[];
  readonly scheduled?: SnapshotSchedule;
  /** What happened to the pack's scheduled releases, in order. */
  readonly scheduleEvents?: readonly SnapshotScheduleEvent[];
}

/** A component of a pack: what is to become of it with the next release. */
export interface SnapshotPackComponent {
  readonly componentId: string;
  readonly pendingVersion?: string;
  readonly deleted?: boolean;
}

/** A release of a pack; the one with the latest `releasedAt` gives the current versions. */
export interface SnapshotRelease {
  readonly releaseId: string;
  readonly releasedAt: string;
  readonly releasedBy: string;
  /** `immediate` when left out. */
  readonly trigger?: ReleaseTrigger;
  readonly versions: ComponentVersions;
}

/** A release that waits for its date, `yyyy-MM-dd` in `timeZone`. */
export interface SnapshotSchedule {
  readonly date: string;
  readonly timeZone: string;
  readonly versions: ComponentVersions;
  /** `scheduled` when left out. */
  readonly state?: "scheduled" | "failed" | "missed";
  readonly problem?: string;
  /** Whoever imports the snapshot, at that time, when these are left out. */
  readonly scheduledBy?: string;
  readonly scheduledAt?: string;
}

/** One change of a pack's scheduled release: when, by whom, and the date it was for. */
export interface SnapshotScheduleEvent {
  readonly at: string;
  readonly by: string;
  readonly event: ScheduleEventKind;
  readonly date: string;
  readonly timeZone: string;
  readonly problem?: string;
}

/** Accounts that packs are shared with. */
export interface SnapshotAccountGroup {
  readonly groupId: string;
  readonly name: string;
  readonly packIds: readonly string[];
  readonly accounts: readonly { readonly accountId: string; readonly name: string }[];
}

/** A pack that is installed in an account. */
export interface SnapshotInstallation {
  readonly accountId: string;
  readonly packId: string;
  readonly releaseId: string;
  /** Whether the account's users applied the pack's scheduled release before its date. */
  readonly appliedScheduled: boolean;
}
