import * as l10n from "@vscode/l10n";
import { whileListened } from "../../base/whileListened.ts";
import type { PackSharing } from "../../model/pack/accountGroup.ts";
import { summarizePack, type PackSummary } from "../../model/pack/pack.ts";
import type {
  ListedRelease,
  PackRelease,
  Period,
  Release,
  ReleaseRequest,
} from "../../model/release/release.ts";
import type { Backend } from "../backend.ts";
import type { InstallationFacet } from "../facets/installationFacet.ts";
import type { PlanFacet } from "../facets/planFacet.ts";
import { accountKey } from "./account/platformConnection.ts";
import { platformErrors } from "./http/platformErrors.ts";
import { platformInstallations } from "./installations/lazyPlatformInstallations.ts";
import { platformPlans } from "./plans/lazyPlatformPlans.ts";
import type { PlatformOptions } from "./platformOptions.ts";
import { createParts, type PlatformParts } from "./platformParts.ts";
import { openRecords } from "./records/openRecords.ts";
import type { ReleaseRecords } from "./records/releaseRecords.ts";
import { isReleased } from "./releases/isReleased.ts";
import { resolveRequest } from "./releases/resolveRequest.ts";

/** Opens the platform; nothing is asked of it yet. @throws `StoreUnavailable`, `InvalidRequest` for a URL that is not accepted */
export async function openPlatformBackend(options: PlatformOptions): Promise<PlatformBackend> {
  const { connection, clock = () => new Date() } = options;
  const records = await openRecords(options.records, accountKey(connection), clock);
  return new PlatformBackend(records, options);
}

/** A Boomi account, through its Platform API. */
export class PlatformBackend implements Backend {
  readonly name = "platform";
  readonly account: string;
  readonly historyLimits = l10n.t(
    "The Boomi Platform does not list earlier releases. These are the releases from this workspace.",
  );
  readonly schedules;
  readonly plans: PlanFacet;
  readonly installations: InstallationFacet;
  readonly editing;
  readonly accountGroups;
  readonly packaging;
  readonly onDidChange;
  readonly onDidRelease;
  readonly #parts: PlatformParts;
  readonly #user: string;

  constructor(records: ReleaseRecords, options: PlatformOptions) {
    const { accountId, overrideAccount, user } = options.connection;
    this.account = overrideAccount || accountId;
    this.#user = user;
    this.#parts = createParts(records, options);
    const { schedules, editing, accountGroups, packaging, changed, released, operations } = this.#parts;
    this.schedules = schedules;
    this.plans = platformPlans(this.#parts, options);
    this.installations = platformInstallations(this.#parts, options);
    this.editing = editing;
    this.accountGroups = accountGroups;
    this.packaging = packaging;
    // While an operation runs here, its steps change nothing that is shown; its end is announced. Records are watched only while
    // something shows them or waits for what is due.
    this.onDidChange = whileListened(changed.event, () =>
      records.onDidChange(() => {
        if (!operations.areRunning) changed.fire();
      }),
    );
    this.onDidRelease = released.event;
  }

  get omissions(): string | undefined {
    return this.#parts.omissions.sentence;
  }

  get sharedRecords(): string | undefined {
    return this.#parts.records.sharedAt;
  }

  refresh(): void {
    const { packs, versions, accountGroups, watch } = this.#parts;
    packs.clear();
    versions.clear();
    accountGroups.clear();
    watch.forget();
  }

  async listPackSummaries(): Promise<PackSummary[]> {
    const { records, readForView } = this.#parts;
    const [packs, releases] = await Promise.all([
      this.listPacks(),
      readForView(records.latestReleases(), []),
    ]);
    const latest = new Map(releases.map((release) => [release.packId, release]));
    return packs.map((pack) => {
      const release = latest.get(pack.packId);
      // Somebody else may have released it since; when, the platform does not tell.
      const isLatest = release && isReleased(pack.components, { versions: release.versions, removed: [] });
      return summarizePack(pack, isLatest ? release.releasedAt : undefined);
    });
  }

  listPacks() {
    return this.#parts.scheduledPacks.list();
  }

  getPack(packId: string) {
    return this.#parts.scheduledPacks.get(packId);
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

  release(
    request: ReleaseRequest,
    onProgress: (step: string) => void = () => undefined,
  ): Promise<PackRelease> {
    const { scheduledPacks, versions, sender, operations } = this.#parts;
    const { packId, replaceScheduled: mayReplace = false } = request;
    const release = async (holder: string) => {
      const resolved = await resolveRequest(scheduledPacks, versions, request, holder);
      return sender.release(
        { ...resolved, trigger: "immediate", confirmedBy: this.#user, mayReplace },
        onProgress,
      );
    };
    onProgress(l10n.t("Checking the pack…"));
    return operations.run(() => scheduledPacks.claim(packId, release), platformErrors.aborted);
  }

  async history(packId: string): Promise<Release[]> {
    const { packs, records } = this.#parts;
    const [, releases] = await Promise.all([packs.get(packId), records.history(packId)]);
    return releases.map(({ packId: _, ...release }) => release);
  }

  async listReleases({ start, end }: Period): Promise<ListedRelease[]> {
    const [packs, releases] = await Promise.all([this.listPacks(), this.#parts.records.history()]);
    const names = new Map(packs.map(({ packId, name }) => [packId, name]));
    return releases
      .filter(({ releasedAt }) => Date.parse(releasedAt) >= start.getTime())
      .filter(({ releasedAt }) => Date.parse(releasedAt) < end.getTime())
      .map(({ versions: _, ...release }) => ({
        ...release,
        packName: names.get(release.packId) ?? release.packId,
      }))
      .reverse();
  }

  finish(): Promise<void> {
    return this.#parts.operations.finish();
  }

  dispose(): void {
    this.#parts.client.dispose();
    this.#parts.changed.dispose();
    this.#parts.released.dispose();
    this.#parts.records.dispose();
  }
}
