import type { ScheduleRequest } from "../../../model/release/release.ts";
import { confirmedStateOf } from "../../../model/schedule/confirmedState.ts";
import type { MissedReleases } from "../../../model/schedule/missedReleases.ts";
import type { ScheduledRelease } from "../../../model/schedule/scheduledRelease.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import {
  toScheduleRecord,
  type NewScheduleRecord,
  type ScheduleKeeper,
  type ScheduleRecord,
} from "../records/scheduleRecord.ts";
import type { AttemptOutcomes } from "../releases/attemptOutcomes.ts";
import { explainRejection } from "../releases/explainRejection.ts";
import { isScheduledElsewhere } from "../releases/isScheduledElsewhere.ts";
import { routesFor } from "../releases/releaseSender.ts";
import type { ReleaseStatusReader } from "../releases/releaseStatus.ts";
import type { RequestSender, SentRequest } from "../releases/requestSender.ts";
import type { ResolvedRequest } from "../releases/resolveRequest.ts";

/** Dependencies of `ScheduleSender`. */
export interface ScheduleSenderDependencies {
  readonly requests: RequestSender;
  readonly statuses: ReleaseStatusReader;
  readonly outcomes: AttemptOutcomes;
  readonly records: ReleaseRecords;
  readonly announceChange: () => void;
  readonly user: string;
  /** What to store for the time after a window. */
  readonly missedReleases: (() => MissedReleases) | undefined;
  readonly clock: () => Date;
}

/** When a pack is to be released, and by whom. */
export interface ScheduleTiming extends Pick<ScheduleRequest, "date" | "timeZone"> {
  readonly keeper: ScheduleKeeper;
  /** Whether a scheduled release that the records do not know may be replaced. */
  readonly mayReplace: boolean;
}

/** Schedules claimed packs: hands them over to the platform, or stores them for the scheduler of the workspace. */
export class ScheduleSender {
  readonly #dependencies: ScheduleSenderDependencies;

  constructor(dependencies: ScheduleSenderDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Schedules a request that was checked against the claimed pack.
   *
   * @throws as `ScheduleFacet.schedule`
   */
  async schedule(when: ScheduleTiming, resolved: ResolvedRequest): Promise<ScheduledRelease> {
    const { records } = this.#dependencies;
    const record = this.#toRecord(when, resolved);
    if (when.keeper === "platform") return this.#handOver(when, resolved, record);
    const { scheduled: earlier, pack } = resolved;
    // The workspace cannot take over what the platform keeps: the pack would be released twice.
    if (earlier?.keeper === "platform") throw platformReleaseErrors.keptByPlatform(pack.name);
    const stored = await records.putSchedule(record, earlier?.scheduleId ?? "", resolved.holder);
    this.#dependencies.announceChange();
    return stored.scheduled;
  }

  #toRecord(
    { date, timeZone, keeper }: ScheduleTiming,
    { pack, versions, plan }: ResolvedRequest,
  ): NewScheduleRecord {
    const { user, missedReleases, clock } = this.#dependencies;
    return {
      packId: pack.packId,
      packName: pack.name,
      keeper,
      requestId: "",
      ...(missedReleases && { missedReleases: missedReleases() }),
      scheduled: {
        date,
        timeZone,
        versions,
        confirmed: confirmedStateOf(pack),
        state: "scheduled",
        scheduledBy: user,
        scheduledAt: clock().toISOString(),
        ...(plan && { plan }),
      },
    };
  }

  /** Hands the scheduled release over to the platform. One that the platform keeps already is changed. */
  async #handOver(
    { mayReplace }: ScheduleTiming,
    { pack, versions, scheduled: earlier, plan, ...claim }: ResolvedRequest,
    record: NewScheduleRecord,
  ): Promise<ScheduledRelease> {
    const { requests, outcomes, user } = this.#dependencies;
    const { scheduled } = toScheduleRecord(record, "");
    const sent = await requests.send({
      pack,
      attempt: {
        versions,
        trigger: "scheduled",
        sentBy: user,
        scheduleId: earlier?.scheduleId ?? "",
        scheduled,
        ...(plan && { plan }),
      },
      date: { releaseSchedule: "RELEASE_ON_SPECIFIED_DATE", releaseOnDate: scheduled.date },
      routes: routesFor(earlier, mayReplace),
      ...claim,
    });
    switch (sent.kind) {
      case "rejected":
        throw isScheduledElsewhere(sent.error, earlier)
          ? platformReleaseErrors.scheduledElsewhere(pack.name, sent.error.message)
          : platformReleaseErrors.notScheduled(pack.name, explainRejection(pack, versions, sent.error));
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
    throw platformReleaseErrors.scheduleUnknown(attempt.packName, error);
  }
}
