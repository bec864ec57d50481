import { t } from "@vscode/l10n";
import { IntegrationPacksError } from "../../errors/errors.ts";
import { Emitter } from "../../base/event.ts";
import type { Log } from "../../base/log.ts";
import type { PackSharing } from "../../model/pack/accountGroup.ts";
import { summarizePack, type PackSummary } from "../../model/pack/pack.ts";
import type { PackRelease, Release, ReleaseRequest } from "../../model/release/release.ts";
import type { Backend } from "../backend.ts";
import type { SettledRelease } from "../releaseWatch.ts";
import { Database } from "../sqlite/database.ts";
import { createParts, type PlatformParts } from "./platformParts.ts";
import type { PlatformOptions } from "./platformOptions.ts";
import { recordsFormat } from "./records/recordsFormat.ts";
import { isReleased, isUnderWay } from "./records/attemptRows.ts";
import { resolveRequest } from "./releases/resolveRequest.ts";

/** Opens the platform; nothing is asked of it yet. @throws `StoreUnavailable`, `InvalidRequest` for a URL that is not accepted */
export async function openPlatformBackend(options: PlatformOptions): Promise<PlatformBackend> {
  const database = await Database.open(options.records, recordsFormat);
  return new PlatformBackend(database, options);
}

/** A Boomi account, through its Platform API. */
export class PlatformBackend implements Backend {
  readonly name = "platform";
  readonly account: string;
  readonly historyLimits = t(
    "The Boomi Platform does not tell earlier releases. These are the ones that were made from this workspace.",
  );
  readonly schedules;
  readonly editing;
  readonly accountGroups;
  readonly #parts: PlatformParts;
  readonly #database: Database;
  readonly #user: string;
  readonly #log: Log;
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #released = new Emitter<PackRelease>();
  readonly onDidRelease = this.#released.event;
  readonly #settled = new Emitter<SettledRelease>();
  readonly #recordsSubscription;

  constructor(database: Database, options: PlatformOptions) {
    const { accountId, overrideAccount, user } = options.connection;
    this.account = overrideAccount || accountId;
    this.#user = user;
    this.#log = options.log;
    this.#database = database;
    this.#parts = createParts(database, options, {
      changed: () => this.#onChange(),
      released: (release) => this.#announceRelease(release),
      settled: (settled) => this.#announceSettled(settled),
      onDidSettle: this.#settled.event,
    });
    this.schedules = this.#parts.schedules;
    this.editing = this.#parts.editing;
    this.accountGroups = this.#parts.accountGroups;
    // What a release keeps on its way changes nothing that is shown; its end is announced.
    this.#recordsSubscription = database.onDidChange(() => {
      if (!this.#parts.maker.isBusy) this.#onChange();
    });
    void this.#settleOpen();
  }

  get omissions(): string | undefined {
    return this.#parts.omissions.sentence;
  }

  refresh(): void {
    const { packs, scheduleStates, versions, accountGroups } = this.#parts;
    packs.clear();
    scheduleStates.forget();
    versions.clear();
    accountGroups.clear();
    void this.#settleOpen();
  }

  async listPackSummaries(): Promise<PackSummary[]> {
    const [packs, releases] = await Promise.all([this.listPacks(), this.#parts.attempts.history()]);
    const latest = new Map(releases.toReversed().map((release) => [release.packId, release]));
    return packs.map((pack) => {
      const release = latest.get(pack.packId);
      // Somebody else may have released it since; when, the platform does not tell.
      const isLatest = release && isReleased(pack.components, { versions: release.versions, removed: [] });
      return summarizePack(pack, isLatest ? release.releasedAt : undefined);
    });
  }

  listPacks() {
    return this.#parts.states.list();
  }

  getPack(packId: string) {
    return this.#parts.states.get(packId);
  }

  async getSharing(packId: string): Promise<PackSharing> {
    const { packs, accountGroups } = this.#parts;
    const [, groups] = await Promise.all([packs.get(packId), accountGroups.groupsOf(packId)]);
    return { groups };
  }

  listVersions(componentIds: readonly string[]) {
    return this.#parts.versions.list(componentIds);
  }

  getVersion(packageId: string) {
    return this.#parts.versions.get(packageId);
  }

  listIncludedComponents(packageId: string) {
    return this.#parts.details.listIncludedComponents(packageId);
  }

  getComponentXml(packageId: string, componentId: string) {
    return this.#parts.details.getComponentXml(packageId, componentId);
  }

  listDeployments(packageId: string) {
    return this.#parts.details.listDeployments(packageId);
  }

  listCarryingPacks(packageId: string) {
    return this.#parts.details.listCarryingPacks(packageId);
  }

  async release(request: ReleaseRequest, onProgress?: (step: string) => void): Promise<PackRelease> {
    const { states, versions, scheduleRecords, maker } = this.#parts;
    onProgress?.(t("Checking the pack…"));
    const resolved = await resolveRequest(states, versions, request);
    const scheduled = await scheduleRecords.find(request.packId);
    return maker.make(
      {
        ...resolved,
        trigger: "immediate",
        releasedBy: this.#user,
        replacesPlatformSchedule: scheduled?.keeper === "platform",
      },
      onProgress,
    );
  }

  async history(packId: string): Promise<Release[]> {
    const { packs, attempts } = this.#parts;
    const [, releases] = await Promise.all([packs.get(packId), attempts.history(packId)]);
    return releases.map(({ packId: _, ...release }) => release);
  }

  dispose(): void {
    this.#recordsSubscription.dispose();
    this.#parts.client.dispose();
    this.#changed.dispose();
    this.#released.dispose();
    this.#settled.dispose();
    this.#database.dispose();
  }

  /** Looks after releases that were sent before the editor was closed, or whose end was not known. */
  async #settleOpen(): Promise<void> {
    const { attempts, maker, clock } = this.#parts;
    try {
      for (const attempt of await attempts.listOpen()) {
        const isOthers = attempt.state === "sending" && isUnderWay(attempt, clock().getTime());
        if (!isOthers) await maker.settle(attempt).catch((error: unknown) => this.#logSettling(error));
      }
    } catch (error) {
      this.#logSettling(error);
    }
  }

  /** Not for users: the release was reported as unknown or running before, and stays so. */
  #logSettling(error: unknown): void {
    const reason = error instanceof IntegrationPacksError ? error.message : "unexpected failure";
    this.#log.warn(`Finding out about an earlier release: ${reason}`);
  }

  /** Listeners are not called in here: one that throws must not make what was done look like a failure. */
  #onChange(): void {
    this.#parts.scheduleStates.forget();
    queueMicrotask(() => this.#changed.fire());
  }

  #announceRelease(release: PackRelease): void {
    queueMicrotask(() => this.#released.fire(release));
  }

  #announceSettled(settled: SettledRelease): void {
    if (settled.kind === "released") this.#announceRelease(settled.release);
    queueMicrotask(() => this.#settled.fire(settled));
    // Its record changed, which goes unheard while another pack is being released.
    this.#onChange();
  }
}
