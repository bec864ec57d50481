import type { Event } from "../base/event.ts";
import type { Disposable } from "../base/disposable.ts";
import type { AccountGroup, PackSharing } from "../model/pack/accountGroup.ts";
import type { ComponentType, IntegrationPack, PackSummary } from "../model/pack/pack.ts";
import type { AddableComponent, NewPack, PackEdit } from "../model/pack/packEdit.ts";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  NewPackagedVersion,
  PackagedVersion,
} from "../model/pack/packagedVersion.ts";
import type { PackRelease, Release, ReleaseRequest, ScheduleRequest } from "../model/release/release.ts";
import type { ScheduledRelease } from "../model/schedule/scheduledRelease.ts";
import type { Snapshot } from "../model/snapshot/snapshot.ts";
import type { BackupFacet } from "./backups.ts";
import type { ReleaseWatch } from "./releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "./scheduleQueue.ts";

/** The value of `integrationPacks.backend`. */
export type BackendName = "local" | "platform";

/**
 * Where packs live. Views, wizard and commands know this contract only; test/contract holds every backend to it.
 *
 * Every method rejects with an `IntegrationPacksError`. What a backend cannot do at all is a facet that is left out;
 * the UI asks for the facet, never for the class.
 */
export interface Backend extends Disposable {
  readonly name: BackendName;
  /** Which account is on, for the view's title; left out where there is nothing to sign in to. */
  readonly account?: string;
  /** What `history` does not know, as a sentence for users; left out where it knows all. */
  readonly historyLimits?: string;

  /** Something changed, here or elsewhere: what was read before may be old. */
  readonly onDidChange: Event<void>;
  /** A pack was released through this backend, or a release that it had scheduled was made. */
  readonly onDidRelease: Event<PackRelease>;

  /** Forgets what was read, so that the next question is answered anew; left out where nothing is kept. */
  refresh?(): void;
  /** Whether another store has taken the place of the one that is open, so that this backend fails until it is opened anew. */
  isReplaced?(): boolean;

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
  /** What the packaged version is made of, the packaged component itself first. @throws `NotFound` */
  listIncludedComponents(packageId: string): Promise<IncludedComponent[]>;
  /** The XML of one included component, `''` where none is kept. @throws `NotFound` */
  getComponentXml(packageId: string, componentId: string): Promise<string>;
  /** Latest deployment first. @throws `NotFound` */
  listDeployments(packageId: string): Promise<Deployment[]>;
  /** The packs in which the packaged version is released or pending, sorted by name. @throws `NotFound` */
  listCarryingPacks(packageId: string): Promise<CarryingPack[]>;

  /**
   * Releases the pack at once, wholly or not at all (rule 6).
   *
   * @throws `NotFound`, `InvalidRequest`, `NothingToRelease`; `AlreadyScheduled` when a scheduled release exists and
   * `replaceScheduled` is not set; `Conflict` when the pack no longer has the fingerprint that was expected;
   * `OutcomeUnknown` when it was sent and nobody knows whether it was made. `onProgress` is told what is under way.
   */
  release(request: ReleaseRequest, onProgress?: (step: string) => void): Promise<PackRelease>;
  /** The pack's releases, newest first. @throws `NotFound` */
  history(packId: string): Promise<Release[]>;

  /** Left out where the backend cannot schedule. */
  readonly schedules?: ScheduleFacet;
  /** Left out where packs cannot be made or changed. */
  readonly editing?: PackEditingFacet;
  /** Left out where packs are not shared. */
  readonly accountGroups?: AccountGroupFacet;
  /** Left out where managed accounts are not the backend's to make and change. */
  readonly managedAccounts?: ManagedAccountFacet;
  /** Left out where packaged versions are made elsewhere. */
  readonly packaging?: PackagingFacet;
  /** Left out where the backend has no whole store to save or load. */
  readonly snapshots?: SnapshotFacet;
  /** Left out where somebody else keeps what there is. */
  readonly backups?: BackupFacet;
}

/** Releases that wait for their date. */
export interface ScheduleFacet {
  /**
   * Schedules the pack's release for a date after today in the request's zone (rule 7).
   *
   * @throws as `release`, and `InvalidRequest` for an impossible or past date or an unknown zone.
   */
  schedule(request: ScheduleRequest): Promise<ScheduledRelease>;
  /** @throws `NotFound` when the pack or its scheduled release does not exist; `Unsupported` with the reason */
  cancel(packId: string): Promise<void>;
  /** Rejects as `cancel` would, before a person is asked to confirm; left out where every scheduled release can be cancelled. */
  checkCancellable?(packId: string): Promise<void>;
  /** The scheduled release whose date comes first, whoever keeps it. Takes no look at all packs. */
  nextScheduled(): Promise<QueuedRelease | undefined>;
  /** Why what is scheduled from now on cannot be cancelled, as a sentence; left out where it can. */
  readonly cancelUnsupported?: string;
  /** The one zone that dates mean, whatever the settings say, in words; left out where a request's zone counts. */
  readonly fixedTimeZone?: string;
  /**
   * Gives one account the scheduled versions before their date (rule 7). It gets nothing else for the pack until then.
   * Left out where accounts do this themselves.
   *
   * @throws `NotFound`; `InvalidRequest` when no update is pending for the account.
   */
  applyPendingUpdate?(packId: string, accountId: string): Promise<void>;
  /** What the workspace's scheduler runs; left out where somebody else keeps the scheduled releases. */
  readonly queue?: ScheduleQueue;
  /** Tells what became of those that somebody else makes at their date; left out where nobody else does. */
  readonly watch?: ReleaseWatch;
}

/** Makes packs, changes what is in them, and deletes them (rules 1 to 3). */
export interface PackEditingFacet {
  /** Resolves to the id of the new pack. @throws `InvalidRequest` */
  createPack(pack: NewPack): Promise<string>;
  /** @throws `NotFound`, `InvalidRequest` */
  editPack(packId: string, edit: PackEdit): Promise<void>;
  /** Deletes the pack with its releases and its scheduled release, and uninstalls it everywhere. @throws `NotFound` */
  deletePack(packId: string): Promise<void>;
  /** The components that the pack may get and does not have, sorted by name. @throws `NotFound` */
  listAddableComponents(packId: string): Promise<AddableComponent[]>;
  /** Adds all of them or none, each with its most recent shareable version (rule 2). @throws `NotFound`, `InvalidRequest` */
  addComponents(packId: string, componentIds: readonly string[]): Promise<void>;
  /** Rule 3: marks a released component Deleted; takes another one out at once. @throws `NotFound` */
  removeComponent(packId: string, componentId: string): Promise<void>;
  /** @throws `NotFound`; `InvalidRequest` when it is not marked Deleted */
  undeleteComponent(packId: string, componentId: string): Promise<void>;
  /** Chooses the version that the wizard preselects; `""` takes the choice back. @throws `NotFound`, `InvalidRequest` */
  setPendingVersion?(packId: string, componentId: string, packageVersion: string): Promise<void>;
}

/** The groups of managed accounts that packs are shared with (rule 9). */
export interface AccountGroupFacet {
  /** Sorted by name, with everything below them. */
  listAccountGroups(): Promise<AccountGroup[]>;
  /** @throws `NotFound`; `InvalidRequest` when the pack was never released or is in the group already */
  addPack(packId: string, groupId: string): Promise<void>;
  /** What accounts have installed stays installed. @throws `NotFound` when the pack is not in the group, too */
  removePack(packId: string, groupId: string): Promise<void>;
}

/** Groups and accounts themselves, and what is installed in them. */
export interface ManagedAccountFacet {
  /** Resolves to the id. @throws `InvalidRequest` */
  createGroup(name: string): Promise<string>;
  /** Accounts that are in no other group are deleted with it, with what is installed in them. @throws `NotFound` */
  deleteGroup(groupId: string): Promise<void>;
  /** Makes an account in the group; resolves to its id. @throws `NotFound`, `InvalidRequest` */
  createAccount(groupId: string, name: string): Promise<string>;
  /** Deletes the account and uninstalls what it has. @throws `NotFound` */
  deleteAccount(accountId: string): Promise<void>;
  /** Installs the pack's latest release. @throws `NotFound`; `InvalidRequest` when the pack is not shared with the account */
  install(packId: string, accountId: string): Promise<void>;
  /** @throws `NotFound` */
  uninstall(packId: string, accountId: string): Promise<void>;
}

/** Packaged versions of components. */
export interface PackagingFacet {
  /** All components, sorted by name. */
  listComponents(): Promise<{ componentId: string; name: string; type: ComponentType }[]>;
  /** Packages a version, of a new component where none is named; resolves to its package id. @throws `NotFound`, `InvalidRequest` */
  createVersion(version: NewPackagedVersion): Promise<string>;
  /** @throws `NotFound`; `InvalidRequest` while a pack has it released, pending or scheduled, and when it is deleted */
  deleteVersion(packageId: string): Promise<void>;
  /** @throws `NotFound`; `InvalidRequest` when it is not deleted */
  restoreVersion(packageId: string): Promise<void>;
}

/** The whole content of the backend as one document. */
export interface SnapshotFacet {
  export(): Promise<Snapshot>;
  /** Replaces everything, wholly or not at all; resolves to the path of the backup of what was there, if anything was. */
  import(snapshot: Snapshot): Promise<string | undefined>;
  isEmpty(): Promise<boolean>;
}
