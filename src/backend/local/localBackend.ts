import { Emitter } from "../../base/event.ts";
import type { PackRelease, Period, ReleaseRequest, ScheduleRequest } from "../../model/release/release.ts";
import type { BackupFacet } from "../backups.ts";
import type { Backend } from "../backend.ts";
import type { ScheduleFacet } from "../facets/scheduleFacet.ts";
import type { SnapshotFacet } from "../facets/snapshotFacet.ts";
import { lazyInstallations } from "../lazyInstallations.ts";
import { lazyPlans } from "../lazyPlans.ts";
import type { InstallationFacet } from "../facets/installationFacet.ts";
import type { PlanFacet } from "../facets/planFacet.ts";
import { makeDailyBackupInThread } from "./backup/makeDailyBackupInThread.ts";
import { Database, type DatabaseOptions } from "../sqlite/database.ts";
import { localFormat } from "./localFormat.ts";
import { accountGroups, managedAccounts, packaging, packEditing } from "./localFacets.ts";
import { getPack, listPacks, listPackSummaries } from "./packs/packs.ts";
import { cancel, release, schedule } from "./releases/releaseRequests.ts";
import { history, listReleases } from "./releases/releases.ts";
import type { Actor } from "./releases/schedules.ts";
import { getSharing } from "./sharing/packSharing.ts";
import { applyPendingUpdate } from "./sharing/installations.ts";
import { LocalScheduleQueue } from "./releases/localScheduleQueue.ts";
import { SnapshotStore } from "./snapshot/snapshotStore.ts";
import {
  getComponentXml,
  getVersion,
  listCarryingPacks,
  listDeployments,
  listIncludedComponents,
  listVersions,
} from "./packs/versions.ts";

/** Options of `openLocalBackend`. */
export interface LocalBackendOptions extends DatabaseOptions {
  /** The user's name, for releases and scheduled releases. */
  readonly user: string;
  readonly clock: () => Date;
}

/** Opens the local store, or creates it if the file is missing or empty. @throws `StoreUnavailable` */
export async function openLocalBackend(options: LocalBackendOptions): Promise<LocalBackend> {
  const database = await Database.open(options, localFormat);
  return new LocalBackend(database, () => ({ user: options.user, now: options.clock() }));
}

/** The backend that stores everything in a SQLite file and enforces every rule itself, offline. */
export class LocalBackend implements Backend {
  readonly name = "local";
  readonly schedules: ScheduleFacet;
  readonly plans: PlanFacet;
  readonly installations: InstallationFacet;
  readonly editing;
  readonly accountGroups;
  readonly managedAccounts;
  readonly packaging;
  readonly snapshots: SnapshotFacet;
  readonly backups: BackupFacet;
  readonly onDidChange;
  readonly #released = new Emitter<PackRelease>();
  readonly onDidRelease = this.#released.event;
  readonly #database: Database;
  readonly #actor: () => Actor;

  constructor(database: Database, actor: () => Actor) {
    this.#database = database;
    this.#actor = actor;
    this.onDidChange = database.onDidChange;
    this.editing = packEditing(database);
    this.accountGroups = accountGroups(database);
    this.managedAccounts = managedAccounts(database);
    this.packaging = packaging(database, actor);
    this.backups = {
      makeDaily: () => makeDailyBackupInThread({ store: database.file, now: actor().now }),
    };
    this.snapshots = new SnapshotStore(database, actor);
    this.plans = lazyPlans({ target: { backend: "local" } }, async () => {
      const { LocalPlans } = await import("./plans/localPlans.ts");
      return new LocalPlans(database, actor, (release) => this.#announce(release));
    });
    this.installations = lazyInstallations({ asksEachAccount: false }, async () => {
      const { LocalInstallations } = await import("./installations/localInstallations.ts");
      return new LocalInstallations(database, () => actor().now);
    });
    const queue = new LocalScheduleQueue(database, actor, (release) => this.#announce(release));
    this.schedules = {
      queue,
      announcesUpdates: true,
      nextScheduled: () => queue.nextDue(new Date(0)),
      schedule: (request: ScheduleRequest) =>
        database.write((connection) => schedule(connection, request, actor())),
      cancel: (packId: string) => database.write((connection) => cancel(connection, packId, actor())),
      applyPendingUpdate: (packId: string, accountId: string) =>
        database.write((connection) => applyPendingUpdate(connection, packId, accountId)),
    };
  }

  isReplaced(): boolean {
    return this.#database.isReplaced();
  }

  listPackSummaries() {
    return this.#database.read(listPackSummaries);
  }

  listPacks() {
    return this.#database.read(listPacks);
  }

  getPack(packId: string) {
    return this.#database.read((connection) => getPack(connection, packId));
  }

  getSharing(packId: string) {
    return this.#database.read((connection) => getSharing(connection, packId));
  }

  listVersions(componentIds: readonly string[]) {
    return this.#database.read((connection) => listVersions(connection, componentIds));
  }

  getVersion(packageId: string) {
    return this.#database.read((connection) => getVersion(connection, packageId));
  }

  listIncludedComponents(packageId: string) {
    return this.#database.read((connection) => listIncludedComponents(connection, packageId));
  }

  getComponentXml(packageId: string, componentId: string) {
    return this.#database.read((connection) => getComponentXml(connection, packageId, componentId));
  }

  listDeployments(packageId: string) {
    return this.#database.read((connection) => listDeployments(connection, packageId));
  }

  listCarryingPacks(packageId: string) {
    return this.#database.read((connection) => listCarryingPacks(connection, packageId));
  }

  async release(request: ReleaseRequest): Promise<PackRelease> {
    const made = await this.#database.write((connection) => release(connection, request, this.#actor()));
    this.#announce(made);
    return made;
  }

  history(packId: string) {
    return this.#database.read((connection) => history(connection, packId));
  }

  listReleases(period: Period) {
    return this.#database.read((connection) => listReleases(connection, period));
  }

  dispose(): void {
    this.#released.dispose();
    this.#database.dispose();
  }

  /** Fires in a microtask: a listener that throws must not make a committed release look like a failed one. */
  #announce(made: PackRelease): void {
    queueMicrotask(() => this.#released.fire(made));
  }
}
