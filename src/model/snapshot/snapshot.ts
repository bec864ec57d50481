import type { RecordedState } from "../installation/recordedStates.ts";
import type { PlanReference } from "../plan/planReference.ts";
import type { Deployment, IncludedComponent, VersionProperties } from "../pack/packagedVersion.ts";
import type { Component } from "../pack/component.ts";
import type { PackProperties } from "../pack/pack.ts";
import type { ErrorCode } from "../../errors/errors.ts";
import type { ComponentVersions, ReleaseTrigger } from "../release/release.ts";
import type { ConfirmedState, ScheduleEventKind } from "../schedule/scheduledRelease.ts";

/**
 * The whole content of a local store as one document. Dates are ISO instants. Lists of dated entries are oldest first, so
 * that new entries come last. Optional keys are left out when they are empty.
 */
export interface Snapshot {
  readonly $schema?: string;
  readonly formatVersion: 1;
  readonly components: readonly SnapshotComponent[];
  readonly packs: readonly SnapshotPack[];
  readonly accountGroups: readonly SnapshotAccountGroup[];
  readonly installations: readonly SnapshotInstallation[];
}

/** A component with all its packaged versions. */
export interface SnapshotComponent extends Component {
  readonly versions: readonly SnapshotVersion[];
}

/** A packaged version with its included components and its deployments. */
export interface SnapshotVersion extends VersionProperties {
  readonly includedComponents?: readonly SnapshotIncludedComponent[];
  readonly deployments?: readonly Deployment[];
}

/** A component inside a packaged version, with its XML if the store has it. */
export interface SnapshotIncludedComponent extends IncludedComponent {
  readonly xml?: string;
}

/** An integration pack with its components, releases and scheduled release. */
export interface SnapshotPack extends PackProperties {
  readonly components: readonly SnapshotPackComponent[];
  readonly releases?: readonly SnapshotRelease[];
  readonly scheduled?: SnapshotSchedule;
  /** What happened to the pack's scheduled releases, oldest first. */
  readonly scheduleEvents?: readonly SnapshotScheduleEvent[];
}

/** A component of a pack, with what the next release does to it. */
export interface SnapshotPackComponent {
  readonly componentId: string;
  readonly pendingVersion?: string;
  readonly deleted?: boolean;
}

/** A release of a pack. The one with the latest `releasedAt` contains the current versions. */
export interface SnapshotRelease {
  readonly releaseId: string;
  readonly releasedAt: string;
  readonly releasedBy: string;
  /** `immediate` when left out. */
  readonly trigger?: ReleaseTrigger;
  readonly versions: ComponentVersions;
  /** The release plan that it comes from. */
  readonly plan?: PlanReference;
}

/** A scheduled release. `date` is `yyyy-MM-dd` in `timeZone`. */
export interface SnapshotSchedule {
  readonly date: string;
  readonly timeZone: string;
  readonly versions: ComponentVersions;
  /** `scheduled` when left out. */
  readonly state?: "scheduled" | "failed" | "missed";
  readonly problem?: string;
  /** One of the error codes. */
  readonly problemCode?: ErrorCode;
  /** The state of the pack that was confirmed with it; the state at the import when left out. */
  readonly confirmed?: ConfirmedState;
  /** The user who imports the snapshot when left out. */
  readonly scheduledBy?: string;
  /** The instant of the import when left out. */
  readonly scheduledAt?: string;
  /** The release plan that it comes from. */
  readonly plan?: PlanReference;
}

/** Something that happened to a scheduled release: when, who did it, and the release's date. */
export interface SnapshotScheduleEvent {
  readonly at: string;
  readonly by: string;
  readonly event: ScheduleEventKind;
  readonly date: string;
  readonly timeZone: string;
  readonly problem?: string;
  /** The release plan that the scheduled release comes from. */
  readonly plan?: PlanReference;
}

/** A group of accounts, with the packs that are shared with it. */
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
  /** Whether the account applied the pack's scheduled release before its date. */
  readonly appliedScheduled: boolean;
  /** What the account had of the pack before the pack's last release; left out where that was not recorded. */
  readonly stateBefore?: RecordedState;
}
