import type { Disposable, Event } from "../event.ts";
import type { PackSharing } from "../model/accountGroup.ts";
import type { IntegrationPack, PackSummary } from "../model/pack.ts";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  PackagedVersion,
} from "../model/packagedVersion.ts";
import type { PackRelease, Release, ReleaseRequest, ScheduleRequest } from "../model/release.ts";
import type { ScheduledRelease } from "../model/scheduledRelease.ts";
import type { Snapshot } from "../model/snapshot.ts";

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

  /** Something changed, here or elsewhere: what was read before may be old. */
  readonly onDidChange: Event<void>;
  /** A pack was released through this backend. */
  readonly onDidRelease: Event<PackRelease>;

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
   * `replaceScheduled` is not set; `Conflict` when the pack no longer has the fingerprint that was expected.
   */
  release(request: ReleaseRequest): Promise<PackRelease>;
  /** The pack's releases, newest first. @throws `NotFound` */
  history(packId: string): Promise<Release[]>;

  /** Left out where the backend cannot schedule. */
  readonly schedules?: ScheduleFacet;
  /** Left out where the backend has no whole store to save or load. */
  readonly snapshots?: SnapshotFacet;
}

/** Releases that wait for their date. */
export interface ScheduleFacet {
  /**
   * Schedules the pack's release for a date after today in the request's zone (rule 7).
   *
   * @throws as `release`, and `InvalidRequest` for an impossible or past date or an unknown zone.
   */
  schedule(request: ScheduleRequest): Promise<ScheduledRelease>;
  /** @throws `NotFound` when the pack or its scheduled release does not exist. */
  cancel(packId: string): Promise<void>;
  /**
   * Gives one account the scheduled versions before their date (rule 7). It gets nothing else for the pack until then.
   *
   * @throws `NotFound`; `InvalidRequest` when no update is pending for the account.
   */
  applyPendingUpdate(packId: string, accountId: string): Promise<void>;
}

/** The whole content of the backend as one document. */
export interface SnapshotFacet {
  export(): Promise<Snapshot>;
  /** Replaces everything, wholly or not at all; resolves to the path of the backup of what was there, if anything was. */
  import(snapshot: Snapshot): Promise<string | undefined>;
  isEmpty(): Promise<boolean>;
}
