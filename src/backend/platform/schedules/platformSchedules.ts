import type { Operations } from "../../../base/operations.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { ScheduleRequest } from "../../../model/release/release.ts";
import { checkReleaseDate } from "../../../model/schedule/releaseWindow.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { ScheduleFacet } from "../../facets/scheduleFacet.ts";
import type { ReleaseWatch } from "../../releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "../../scheduleQueue.ts";
import { platformErrors } from "../http/platformErrors.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import { cancelUnsupported, platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import { toQueued, type ScheduleKeeper, type ScheduleRecord } from "../records/scheduleRecord.ts";
import { resolveRequest } from "../releases/resolveRequest.ts";
import type { ScheduledPacks } from "./scheduledPacks.ts";
import type { ScheduleSender } from "./scheduleSender.ts";

/** Dependencies of `PlatformSchedules`. */
export interface PlatformSchedulesDependencies {
  /** Who keeps what is scheduled from now on: the setting `integrationPacks.platform.scheduleWith`. */
  readonly keeper: ScheduleKeeper;
  readonly operations: Operations;
  readonly packs: ScheduledPacks;
  readonly versions: VersionReader;
  readonly sender: ScheduleSender;
  readonly records: ReleaseRecords;
  readonly queue: ScheduleQueue;
  readonly watch: ReleaseWatch;
  readonly clock: () => Date;
}

/** Scheduled releases, kept by the platform or by the workspace. Either way, the records say what is scheduled. */
export class PlatformSchedules implements ScheduleFacet {
  readonly queue: ScheduleQueue;
  readonly watch: ReleaseWatch;
  readonly cancelUnsupported?: string;
  readonly hasUncertainZone?: true;
  readonly announcesUpdates: boolean;
  readonly #dependencies: PlatformSchedulesDependencies;

  constructor(dependencies: PlatformSchedulesDependencies) {
    this.#dependencies = dependencies;
    this.queue = dependencies.queue;
    this.watch = dependencies.watch;
    // Boomi knows nothing of what the workspace keeps.
    this.announcesUpdates = dependencies.keeper === "platform";
    if (dependencies.keeper === "workspace") return;
    this.cancelUnsupported = cancelUnsupported();
    this.hasUncertainZone = true;
  }

  schedule(request: ScheduleRequest): Promise<ScheduledRelease> {
    const { operations, packs, clock } = this.#dependencies;
    const { packId, date, timeZone } = request;
    return operations.run(() => {
      checkReleaseDate(date, timeZone, clock());
      return packs.claim(packId, (holder) => this.#schedule(request, holder));
    }, platformErrors.aborted);
  }

  async cancel(packId: string): Promise<void> {
    const record = await this.#findCancellable(packId);
    if (await this.#dependencies.records.removeSchedule(record.scheduleId)) return;
    throw scheduleErrors.notScheduled(record.packName);
  }

  async checkCancellable(packId: string): Promise<void> {
    await this.#findCancellable(packId);
  }

  async nextScheduled(): Promise<QueuedRelease | undefined> {
    const records = await this.#dependencies.records.listSchedules();
    const next = records.find(({ scheduled }) => scheduled.state === "scheduled");
    return next && toQueued(next);
  }

  async #schedule(request: ScheduleRequest, holder: string): Promise<ScheduledRelease> {
    const { keeper, packs, versions, sender } = this.#dependencies;
    const { date, timeZone, replaceScheduled = false } = request;
    const resolved = await resolveRequest(packs, versions, request, holder);
    return sender.schedule({ date, timeZone, keeper, mayReplace: replaceScheduled }, resolved);
  }

  /** @throws as `cancel` */
  async #findCancellable(packId: string): Promise<ScheduleRecord> {
    const { packs, records } = this.#dependencies;
    const { name } = await packs.get(packId);
    const record = await records.findSchedule(packId);
    if (!record) throw scheduleErrors.notScheduled(name);
    if (record.scheduled.state === "releasing") throw platformReleaseErrors.underWay(name);
    // One that the platform does not report can be taken off the list: there is nothing to cancel that is known of.
    if (record.keeper === "platform" && record.storedState === "scheduled") {
      throw platformReleaseErrors.cannotCancel();
    }
    return record;
  }
}
