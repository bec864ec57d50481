import type { Operations } from "../../../base/operations.ts";
import type { IntegrationPacksError } from "../../../errors/errors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { ScheduleRequest } from "../../../model/release/release.ts";
import { confirmedStateOf } from "../../../model/schedule/confirmedState.ts";
import { checkReleaseDate } from "../../../model/schedule/releaseWindow.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import type { ScheduleFacet } from "../../backend.ts";
import type { ReleaseWatch } from "../../releaseWatch.ts";
import type { QueuedRelease, ScheduleQueue } from "../../scheduleQueue.ts";
import { platformErrors } from "../http/platformErrors.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import { cancelUnsupported, platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import {
  toQueued,
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleKeeper,
  type ScheduleRecord,
} from "../records/scheduleRecord.ts";
import type { AttemptOutcomes } from "../releases/attemptOutcomes.ts";
import { routesFor } from "../releases/releaseSender.ts";
import type { ReleaseStatusReader } from "../releases/releaseStatus.ts";
import type { RequestSender, SentRequest } from "../releases/requestSender.ts";
import { resolveRequest, type ResolvedRequest } from "../releases/resolveRequest.ts";
import type { ScheduledPacks } from "./scheduledPacks.ts";

/** Dependencies of `PlatformSchedules`. */
export interface PlatformSchedulesDependencies {
  /** Who keeps what is scheduled from now on: the setting `integrationPacks.platform.scheduleWith`. */
  readonly keeper: ScheduleKeeper;
  readonly operations: Operations;
  readonly packs: ScheduledPacks;
  readonly versions: VersionReader;
  readonly requests: RequestSender;
  readonly statuses: ReleaseStatusReader;
  readonly outcomes: AttemptOutcomes;
  readonly records: ReleaseRecords;
  readonly queue: ScheduleQueue;
  readonly watch: ReleaseWatch;
  readonly announceChange: () => void;
  readonly user: string;
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
    const { keeper, packs, versions, records } = this.#dependencies;
    const resolved = await resolveRequest(packs, versions, request, holder);
    const record = this.#toRecord(request, resolved);
    if (keeper === "platform") return this.#handOver(request, resolved, record);
    const { scheduled: earlier, pack } = resolved;
    // The workspace cannot take over what the platform keeps: the pack would be released twice.
    if (earlier?.keeper === "platform") throw platformReleaseErrors.keptByPlatform(pack.name);
    const stored = await records.putSchedule(record, earlier?.scheduleId ?? "", holder);
    this.#dependencies.announceChange();
    return stored.scheduled;
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

  #toRecord({ date, timeZone }: ScheduleRequest, { pack, versions }: ResolvedRequest): NewScheduleRecord {
    const { keeper, user, clock } = this.#dependencies;
    return {
      packId: pack.packId,
      packName: pack.name,
      keeper,
      requestId: "",
      scheduled: {
        date,
        timeZone,
        versions,
        confirmed: confirmedStateOf(pack),
        state: "scheduled",
        scheduledBy: user,
        scheduledAt: clock().toISOString(),
      },
    };
  }

  /** Hands the scheduled release over to the platform. One that the platform keeps already is changed. */
  async #handOver(
    { replaceScheduled = false }: ScheduleRequest,
    { pack, versions, scheduled: earlier, ...claim }: ResolvedRequest,
    record: NewScheduleRecord,
  ): Promise<ScheduledRelease> {
    const { requests, outcomes, user } = this.#dependencies;
    const { scheduled } = toScheduleRecord(record, "", false);
    const sent = await requests.send({
      pack,
      attempt: {
        versions,
        trigger: "scheduled",
        sentBy: user,
        scheduleId: earlier?.scheduleId ?? "",
        scheduled,
      },
      date: { releaseSchedule: "RELEASE_ON_SPECIFIED_DATE", releaseOnDate: scheduled.date },
      routes: routesFor(earlier, replaceScheduled),
      ...claim,
    });
    switch (sent.kind) {
      case "rejected":
        throw this.#rejection(pack.name, sent.error, earlier);
      case "accepted":
        await outcomes.scheduled(sent.attempt, sent.requestId);
        return scheduled;
      case "unknown":
        await this.#onUnknown(sent, scheduled, earlier);
        return scheduled;
    }
  }

  /** A change whose answer was lost shows in the status of the scheduled release; a new one has no known id. @throws `OutcomeUnknown` */
  async #onUnknown(
    { attempt, error }: Extract<SentRequest, { kind: "unknown" }>,
    scheduled: ScheduledRelease,
    earlier: ScheduleRecord | undefined,
  ): Promise<void> {
    const { statuses, outcomes } = this.#dependencies;
    const isAnswered = error === undefined;
    if (isAnswered) return outcomes.scheduled(attempt, earlier?.requestId ?? "");
    if (earlier && earlier.requestId !== "" && earlier.scheduled.date !== scheduled.date) {
      // Whatever keeps the platform from answering: the change was sent, and its outcome is not known.
      const status = await statuses.get(earlier.requestId).catch(() => undefined);
      if (status?.kind === "scheduled" && status.date === scheduled.date) {
        return outcomes.scheduled(attempt, earlier.requestId);
      }
    }
    await outcomes.unknown(attempt);
    throw platformReleaseErrors.scheduleUnknown(attempt.packName, error.message);
  }

  /** Boomi refuses a second scheduled release, and does not report the first one. */
  #rejection(
    packName: string,
    error: IntegrationPacksError,
    earlier: ScheduleRecord | undefined,
  ): IntegrationPacksError {
    return !earlier && error.code === "InvalidRequest" && /schedul/i.test(error.message)
      ? platformReleaseErrors.scheduledElsewhere(packName, error.message)
      : platformReleaseErrors.notScheduled(packName, error);
  }
}
