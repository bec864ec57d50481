import type { Event } from "../base/event.ts";
import type { Disposable } from "../base/disposable.ts";
import type { AccountGroup, PackSharing } from "../model/pack/accountGroup.ts";
import type { Component } from "../model/pack/component.ts";
import type { IntegrationPack, PackSummary } from "../model/pack/pack.ts";
import type { AddableComponent, NewPack, PackEdit } from "../model/pack/packEdit.ts";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  NewPackagedVersion,
  PackagedVersion,
} from "../model/pack/packagedVersion.ts";
import type {
  ListedRelease,
  PackRelease,
  Period,
  Release,
  ReleaseRequest,
  ScheduleRequest,
} from "../model/release/release.ts";
import type { ScheduledRelease } from "../model/schedule/scheduledRelease.ts";
import type { Snapshot } from "../model/snapshot/snapshot.ts";
import type { BackupFacet } from "./backups.ts";
import type { InstallationFacet } from "./installationFacet.ts";
import type { PlanFacet } from "./planFacet.ts";
import type { ReleaseWatch } from "./releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "./scheduleQueue.ts";

/** The value of `integrationPacks.backend`. */
export type BackendName = "local" | "platform";

/**
 * The contract of the place that stores packs. Views, wizard and commands know nothing else of a backend; test/contract
 * tests each backend against it.
 *
 * Every method rejects with an `IntegrationPacksError`. A backend leaves out the facets that it does not support, and the
 * UI checks for the facet, never for the class.
 */
export interface Backend extends Disposable {
  readonly name: BackendName;
  /** The account that is signed in, for the view. Left out where there is no sign-in. */
  readonly account?: string;
  /**
   * Where the records are that a team shares, and as whom they are opened, such as `worker@db.example.com:5432/packs`. Left out
   * where nobody shares them.
   */
  readonly sharedRecords?: string | undefined;
  /** Which releases are missing from `history`, as a sentence for users. Left out where it is complete. */
  readonly historyLimits?: string;
  /** What the lists that were read last could not show, as a sentence for users; left out where they show everything. */
  readonly omissions?: string | undefined;

  /** Something changed, here or elsewhere: earlier results may be out of date. */
  readonly onDidChange: Event<void>;
  /** A pack was released through this backend, at once or by schedule. */
  readonly onDidRelease: Event<PackRelease>;

  /** Clears the caches. Left out where there are none. */
  refresh?(): void;
  /** Whether another file has replaced the open store. If so, this backend fails until it is opened again. */
  isReplaced?(): boolean;
  /**
   * Admits no further release or change, and resolves once those that are running have ended or their outcome is recorded.
   * Call it before `dispose`; left out where an operation needs nothing that `dispose` closes.
   */
  finish?(): Promise<void>;

  /** All packs, sorted by name. */
  listPackSummaries(): Promise<PackSummary[]>;
  /** All packs with their components, sorted by name. */
  listPacks(): Promise<IntegrationPack[]>;
  /** @throws `NotFound` */
  getPack(packId: string): Promise<IntegrationPack>;
  /** Who receives the pack's releases. @throws `NotFound` */
  getSharing(packId: string): Promise<PackSharing>;

  /** The packaged versions of each component, newest first, deleted ones included. @throws `NotFound` */
  listVersions(componentIds: readonly string[]): Promise<ReadonlyMap<string, readonly PackagedVersion[]>>;
  /** @throws `NotFound` */
  getVersion(packageId: string): Promise<PackagedVersion>;
  /** The components inside the packaged version, the packaged component itself first. @throws `NotFound` */
  listIncludedComponents(packageId: string): Promise<IncludedComponent[]>;
  /** The XML of one included component; `''` where the backend has none. @throws `NotFound` */
  getComponentXml(packageId: string, componentId: string): Promise<string>;
  /** The deployments of the packaged version, latest first. @throws `NotFound` */
  listDeployments(packageId: string): Promise<Deployment[]>;
  /** The packs in which the packaged version is released or pending, sorted by name. @throws `NotFound` */
  listCarryingPacks(packageId: string): Promise<CarryingPack[]>;

  /**
   * Releases the pack at once, completely or not at all (rule 6). `onProgress` receives each step, as a text for users.
   *
   * @throws `NotFound`, `InvalidRequest`, `NothingToRelease`; `AlreadyScheduled` when a scheduled release exists and
   * `replaceScheduled` is not set; `Conflict` when the pack no longer has the expected fingerprint; `OutcomeUnknown` when
   * the request was sent and its outcome could not be found out.
   */
  release(request: ReleaseRequest, onProgress?: (step: string) => void): Promise<PackRelease>;
  /** The pack's releases, newest first. @throws `NotFound` */
  history(packId: string): Promise<Release[]>;
  /** The releases of all packs in the period, oldest first. */
  listReleases(period: Period): Promise<ListedRelease[]>;

  /** Left out where the backend cannot schedule. */
  readonly schedules?: ScheduleFacet;
  readonly plans: PlanFacet;
  readonly installations: InstallationFacet;
  /** Left out where packs cannot be created or changed. */
  readonly editing?: PackEditingFacet;
  /** Left out where packs are not shared. */
  readonly accountGroups?: AccountGroupFacet;
  /** Left out where managed accounts are created and changed elsewhere. */
  readonly managedAccounts?: ManagedAccountFacet;
  /** Left out where components are packaged elsewhere. */
  readonly packaging?: PackagingFacet;
  /** Left out where the content cannot be exported and imported as a whole. */
  readonly snapshots?: SnapshotFacet;
  /** Left out where backups are made elsewhere. */
  readonly backups?: BackupFacet;
}

/** Scheduled releases. */
export interface ScheduleFacet {
  /**
   * Schedules a release for a date after today in the request's zone (rule 7).
   *
   * @throws as `release`, and `InvalidRequest` for an impossible or past date or an unknown zone.
   */
  schedule(request: ScheduleRequest): Promise<ScheduledRelease>;
  /** Cancels the pack's scheduled release. @throws `NotFound` when there is none; `Unsupported` with the reason */
  cancel(packId: string): Promise<void>;
  /**
   * Rejects as `cancel` would, to call before a person is asked to confirm. Left out where each scheduled release can
   * be cancelled.
   */
  checkCancellable?(packId: string): Promise<void>;
  /** The next scheduled release, in the store, the workspace or on the platform. Cheap: does not read all packs. */
  nextScheduled(): Promise<QueuedRelease | undefined>;
  /** Why new scheduled releases cannot be cancelled, as a sentence. Left out where they can be. */
  readonly cancelUnsupported?: string;
  /** Nobody knows in which zone the dates of new scheduled releases begin. Left out where the request's zone counts. */
  readonly hasUncertainZone?: true;
  /**
   * Whether accounts see a pending update from the scheduling on (rule 7). `false` where nobody but this product knows of a
   * scheduled release: accounts get the update at its date.
   */
  readonly announcesUpdates: boolean;
  /**
   * Applies the scheduled release to one account before its date (rule 7). Left out where accounts do this themselves.
   *
   * @throws `NotFound`; `InvalidRequest` when no update is pending for the account.
   */
  applyPendingUpdate?(packId: string, accountId: string): Promise<void>;
  /** The scheduled releases that the scheduler runs. Left out where another system runs them all. */
  readonly queue?: ScheduleQueue;
  /** Reports the outcome of scheduled releases that another system runs. Left out where there are none. */
  readonly watch?: ReleaseWatch;
}

/** Creates, changes and deletes packs (rules 1 to 3). */
export interface PackEditingFacet {
  /** Resolves to the id of the new pack. @throws `InvalidRequest` */
  createPack(pack: NewPack): Promise<string>;
  /** Changes the pack's properties. @throws `NotFound`, `InvalidRequest` */
  editPack(packId: string, edit: PackEdit): Promise<void>;
  /** Deletes the pack with its releases and its scheduled release, and uninstalls it everywhere. @throws `NotFound` */
  deletePack(packId: string): Promise<void>;
  /** The components that can be added to the pack, sorted by name. @throws `NotFound` */
  listAddableComponents(packId: string): Promise<AddableComponent[]>;
  /**
   * Adds all the components or none, each with its most recent shareable version (rule 2).
   *
   * @throws `NotFound`, `InvalidRequest`
   */
  addComponents(packId: string, componentIds: readonly string[]): Promise<void>;
  /** Marks a released component Deleted, and takes any other out at once (rule 3). @throws `NotFound` */
  removeComponent(packId: string, componentId: string): Promise<void>;
  /** Takes the Deleted mark from the component. @throws `NotFound`; `InvalidRequest` when it has no mark */
  undeleteComponent(packId: string, componentId: string): Promise<void>;
  /**
   * Remembers which components of a pack with the `doubt` `leaving` leave it with the next release: a person says so who
   * looked at it. Left out where the backend always knows.
   *
   * @throws `NotFound`
   */
  confirmLeaving?(packId: string, componentIds: readonly string[]): Promise<void>;
  /**
   * Sets the component's pending version; `""` clears it. Left out where there is none to set.
   *
   * @throws `NotFound`, `InvalidRequest`
   */
  setPendingVersion?(packId: string, componentId: string, packageVersion: string): Promise<void>;
}

/** The groups of managed accounts that packs are shared with (rule 9). */
export interface AccountGroupFacet {
  /** All groups with their packs and accounts, sorted by name. */
  listAccountGroups(): Promise<AccountGroup[]>;
  /**
   * Shares the pack with the group.
   *
   * @throws `NotFound`; `InvalidRequest` when the pack was never released or is in the group already
   */
  addPack(packId: string, groupId: string): Promise<void>;
  /**
   * Stops sharing the pack with the group. Installations stay.
   *
   * @throws `NotFound`, also when the pack is not in the group
   */
  removePack(packId: string, groupId: string): Promise<void>;
}

/** Creates and deletes account groups, managed accounts and installations. */
export interface ManagedAccountFacet {
  /** Creates an empty group. Resolves to its id. @throws `InvalidRequest` */
  createGroup(name: string): Promise<string>;
  /** Deletes the group, and the accounts that are in no other group with their installations. @throws `NotFound` */
  deleteGroup(groupId: string): Promise<void>;
  /** Creates an account in the group. Resolves to its id. @throws `NotFound`, `InvalidRequest` */
  createAccount(groupId: string, name: string): Promise<string>;
  /** Deletes the account with its installations. @throws `NotFound` */
  deleteAccount(accountId: string): Promise<void>;
  /**
   * Installs the pack's latest release.
   *
   * @throws `NotFound`; `InvalidRequest` when the pack is not shared with the account
   */
  install(packId: string, accountId: string): Promise<void>;
  /** Uninstalls the pack. @throws `NotFound` */
  uninstall(packId: string, accountId: string): Promise<void>;
}

/** Creates, deletes and restores packaged versions of components. */
export interface PackagingFacet {
  /**
   * Whether components are packaged as they are in the platform's build: no new component and no XML is packaged, but a
   * branch can be chosen.
   */
  readonly packagesBuild?: boolean;
  /** All components, sorted by name. */
  listComponents(): Promise<Component[]>;
  /** Packages a version of an existing or new component. Resolves to its package id. @throws `NotFound`, `InvalidRequest` */
  createVersion(version: NewPackagedVersion): Promise<string>;
  /**
   * Deletes a version.
   *
   * @throws `NotFound`; `InvalidRequest` when a pack has it released, pending or scheduled, or it is deleted
   */
  deleteVersion(packageId: string): Promise<void>;
  /** Restores a deleted version. @throws `NotFound`; `InvalidRequest` when it is not deleted */
  restoreVersion(packageId: string): Promise<void>;
}

/** Exports and imports the whole content of the backend as one document. */
export interface SnapshotFacet {
  export(): Promise<Snapshot>;
  /** Replaces the whole content, or nothing. Resolves to the path of the backup of the old content, if there was any. */
  import(snapshot: Snapshot): Promise<string | undefined>;
  isEmpty(): Promise<boolean>;
}
