import { t } from "@vscode/l10n";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { errors } from "../errors/errors.ts";
import { scheduleErrors } from "../errors/scheduleErrors.ts";
import type { Event } from "../base/event.ts";
import type { IntegrationPack } from "../model/pack/pack.ts";
import type { PackagedVersion } from "../model/pack/packagedVersion.ts";
import type { ComponentVersions, PackRelease, Release } from "../model/release/release.ts";
import type { ScheduledRelease } from "../model/schedule/scheduledRelease.ts";
import type { SnapshotVersion } from "../model/snapshot/snapshot.ts";

/** Asks for a release. `date` belongs to `schedule` alone. */
export interface ApiReleaseRequest {
  readonly packId: string;
  /** Package versions by component id; components left out get the wizard's preselection. */
  readonly versions?: ComponentVersions;
  /** `yyyy-MM-dd`, after today in the scheduler's time zone. */
  readonly date?: string;
  /** Whether a scheduled release of the pack is to be changed or replaced. */
  readonly replaceScheduled?: boolean;
}

/** When a pack is to be released; the window as ISO instants. */
export type ApiSchedule = Pick<
  ScheduledRelease,
  "date" | "timeZone" | "versions" | "windowStart" | "windowEnd"
>;

export interface ApiPack extends Omit<IntegrationPack, "scheduled"> {
  readonly scheduled?: ApiSchedule;
}

/** A packaged version with the keys that it has in a snapshot. */
export type ApiVersion = SnapshotVersion;

/** What other extensions work with. Every promise rejects with an `Error` whose `code` is an `ErrorCode`. */
export interface IntegrationPacksApi {
  readonly apiVersion: 1;
  listPacks(): Promise<ApiPack[]>;
  getPack(packId: string): Promise<ApiPack>;
  /** Newest first; what is inside a version is left to `getVersion`. */
  listVersions(componentId: string): Promise<ApiVersion[]>;
  /** With included components, their XML, and deployments. */
  getVersion(packageId: string): Promise<ApiVersion>;
  release(request: ApiReleaseRequest): Promise<PackRelease>;
  schedule(request: ApiReleaseRequest): Promise<ApiSchedule>;
  cancelSchedule(packId: string): Promise<void>;
  /** Newest first. */
  history(packId: string): Promise<Release[]>;
  readonly onDidRelease: Event<PackRelease>;
}

/** The exported API on whichever backend is active. `timeZone` gives the scheduler's zone at the time of a request. */
export function createApi(active: ActiveBackend, timeZone: () => string): IntegrationPacksApi {
  const schedules = async () => {
    const backend = await active.get();
    if (!backend.schedules) throw errors.unsupported(t("This backend cannot schedule releases."));
    return backend.schedules;
  };
  return {
    apiVersion: 1,
    listPacks: async () => (await (await active.get()).listPacks()).map(toApiPack),
    getPack: async (packId) => toApiPack(await (await active.get()).getPack(packId)),
    listVersions: async (componentId) => {
      const versions = await (await active.get()).listVersions([componentId]);
      return (versions.get(componentId) ?? []).map(toApiVersion);
    },
    getVersion: (packageId) => getWholeVersion(active, packageId),
    release: async (input) => {
      const { date, ...request } = await checkRequest(input);
      if (date !== undefined) throw scheduleErrors.immediateReleaseWithDate();
      return (await active.get()).release(request);
    },
    schedule: async (input) => {
      const { date, ...request } = await checkRequest(input);
      if (date === undefined) throw scheduleErrors.dateMissing();
      return toApiSchedule(await (await schedules()).schedule({ ...request, date, timeZone: timeZone() }));
    },
    cancelSchedule: async (packId) => (await schedules()).cancel(packId),
    history: async (packId) => (await active.get()).history(packId),
    onDidRelease: active.onDidRelease,
  };
}

/** Its code is loaded with the first request. @throws `InvalidRequest` that names the key */
async function checkRequest(input: unknown): Promise<ApiReleaseRequest> {
  return (await import("./checkRequest.ts")).checkRequest(input);
}

function toApiPack({ scheduled, ...pack }: IntegrationPack): ApiPack {
  return scheduled ? { ...pack, scheduled: toApiSchedule(scheduled) } : pack;
}

function toApiSchedule({ date, timeZone, versions, windowStart, windowEnd }: ScheduledRelease): ApiSchedule {
  return { date, timeZone, versions, windowStart, windowEnd };
}

function toApiVersion({
  packageId,
  packageVersion,
  componentVersion,
  createdDate,
  createdBy,
  notes,
  shareable,
  deleted,
  branchName,
  folder,
}: PackagedVersion): ApiVersion {
  return {
    packageId,
    packageVersion,
    componentVersion,
    createdDate,
    createdBy,
    notes,
    shareable,
    deleted,
    branchName,
    folder,
  };
}

async function getWholeVersion(active: ActiveBackend, packageId: string): Promise<ApiVersion> {
  const backend = await active.get();
  const [version, included, deployments] = await Promise.all([
    backend.getVersion(packageId),
    backend.listIncludedComponents(packageId),
    backend.listDeployments(packageId),
  ]);
  const includedComponents = await Promise.all(
    included.map(async (component) => ({
      ...component,
      xml: await backend.getComponentXml(packageId, component.componentId),
    })),
  );
  return { ...toApiVersion(version), includedComponents, deployments };
}
