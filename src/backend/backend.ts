import type { Event } from "../base/event.ts";
import type { Disposable } from "../base/disposable.ts";
import type { PackSharing } from "../model/pack/accountGroup.ts";
import type { IntegrationPack, PackSummary } from "../model/pack/pack.ts";
import type {
  CarryingPack,
  Deployment,
  IncludedComponent,
  PackagedVersion,
} from "../model/pack/packagedVersion.ts";
import type {
  ListedRelease,
  PackRelease,
  Period,
  Release,
  ReleaseRequest,
} from "../model/release/release.ts";
import type { BackupFacet } from "./backups.ts";
import type { InstallationFacet } from "./facets/installationFacet.ts";
import type { PlanFacet } from "./facets/planFacet.ts";
import type { ScheduleFacet } from "./facets/scheduleFacet.ts";
import type { PackEditingFacet } from "./facets/packEditingFacet.ts";
import type { AccountGroupFacet } from "./facets/accountGroupFacet.ts";
import type { ManagedAccountFacet } from "./facets/managedAccountFacet.ts";
import type { PackagingFacet } from "./facets/packagingFacet.ts";
import type { SnapshotFacet } from "./facets/snapshotFacet.ts";

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
