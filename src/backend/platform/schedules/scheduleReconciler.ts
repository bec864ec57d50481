import { messageForUsers } from "../../../errors/errors.ts";
import type { Log } from "../../../base/log.ts";
import type { Emitter } from "../../../base/event.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import { confirmedStateOf } from "../../../model/schedule/confirmedState.ts";
import { isCalendarDate } from "../../../model/schedule/releaseWindow.ts";
import { describeQueued } from "../../scheduleQueue.ts";
import { orUndefined } from "../http/queries.ts";
import type { PackReader } from "../packs/packReader.ts";
import { platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import { likelyStart, toQueued, type ScheduleRecord } from "../records/scheduleRecord.ts";
import { isReleased } from "../releases/isReleased.ts";
import type { ReleaseStatus, ReleaseStatusReader } from "../releases/releaseStatus.ts";

/** Dependencies of `ScheduleReconciler`. */
export interface ScheduleReconcilerDependencies {
  readonly statuses: ReleaseStatusReader;
  readonly packs: PackReader;
  readonly records: ReleaseRecords;
  readonly released: Emitter<PackRelease>;
  readonly clock: () => Date;
  readonly log: Pick<Log, "warn">;
}

/**
 * Brings the records of the scheduled releases that the platform keeps up to date with what the platform reports. What was
 * confirmed is never changed by that: only the state, and a date that was changed in Boomi, which Boomi goes by.
 */
export class ScheduleReconciler {
  readonly #dependencies: ScheduleReconcilerDependencies;

  constructor(dependencies: ScheduleReconcilerDependencies) {
    this.#dependencies = dependencies;
  }

  /** Of all packs. What goes wrong with one is logged and does not stop the others. */
  async reconcile(): Promise<void> {
    await this.#reconcile(await this.#dependencies.records.listSchedules());
  }

  /** Of one pack, which the holder has claimed. What goes wrong is logged. */
  async reconcileClaimed(packId: string, holder: string): Promise<void> {
    const record = await this.#dependencies.records.findSchedule(packId, holder);
    if (record) await this.#reconcile([record], holder);
  }

  async #reconcile(recorded: readonly ScheduleRecord[], holder?: string): Promise<void> {
    const { statuses, log } = this.#dependencies;
    const kept = recorded.filter(
      ({ keeper, scheduled }) => keeper === "platform" && scheduled.state !== "releasing",
    );
    const reported = await statuses.list(
      kept.map(({ requestId }) => requestId).filter((requestId) => requestId !== ""),
    );
    for (const record of recorded) {
      const reconciling = kept.includes(record)
        ? this.#apply(record, reported.get(record.requestId), holder)
        : this.#completeConfirmed(record);
      await reconciling.catch((error: unknown) =>
        log.warn(`Looking up ${describeQueued(toQueued(record))}: ${messageForUsers(error)}`),
      );
    }
  }

  async #apply(record: ScheduleRecord, status: ReleaseStatus | undefined, holder?: string): Promise<void> {
    const { records } = this.#dependencies;
    if (record.requestId === "") return this.#lookAtPack(record, false, holder);
    switch (status?.kind) {
      case "released":
        return this.#finish(record, holder);
      case "failed": {
        const { message: problem, code: problemCode } = platformReleaseErrors.failed(
          record.packName,
          status.reason,
        );
        await records.takeBackSchedule(record.scheduleId, "failed", { problem, problemCode }, holder);
        return;
      }
      case "scheduled":
        return this.#onScheduled(record, status.date);
      case "gone":
        return this.#lookAtPack(record, true, holder);
      case "running":
      case undefined:
        return this.#completeConfirmed(record);
    }
  }

  async #onScheduled(record: ScheduleRecord, reported: string): Promise<void> {
    const { records } = this.#dependencies;
    const { scheduled, scheduleId } = record;
    const date = isCalendarDate(reported) ? reported : scheduled.date;
    if (date !== scheduled.date || scheduled.state === "unknown") {
      await records.changeSchedule(scheduleId, { date, state: "scheduled", failure: undefined });
    }
    await this.#completeConfirmed(record);
  }

  /**
   * The platform does not report this scheduled release (`isGone`), or its id is not known. Until its date may have come, it may
   * have been cancelled or changed in Boomi, or its status may just have expired. From then on, the pack shows whether it was
   * released.
   */
  async #lookAtPack(record: ScheduleRecord, isGone: boolean, holder?: string): Promise<void> {
    const { records, packs, clock } = this.#dependencies;
    const { scheduled, scheduleId, packId, packName } = record;
    const now = clock();
    const pack = await orUndefined(packs.fresh(packId));
    if (!pack) return records.removePack(packId);
    const mayHaveRun = now >= new Date(scheduled.windowStart);
    if (mayHaveRun && isReleased(pack.components, { versions: scheduled.versions, removed: [] })) {
      return this.#finish(record, holder);
    }
    const { message: problem, code: problemCode } = platformReleaseErrors.scheduleGone(packName);
    if (now >= new Date(scheduled.windowEnd)) {
      await records.takeBackSchedule(scheduleId, "unknown", { problem, problemCode }, holder);
    } else if (isGone && scheduled.state === "scheduled") {
      await records.changeSchedule(scheduleId, { state: "unknown", failure: { problem, problemCode } });
    }
  }

  async #finish(record: ScheduleRecord, holder?: string): Promise<void> {
    const { records, packs, released, clock } = this.#dependencies;
    const at = likelyInstant(record, clock());
    const release = await records.finishSchedule(record.scheduleId, at, holder);
    packs.forget(record.packId);
    if (release) queueMicrotask(() => released.fire(release));
  }

  /** Earlier formats did not store the confirmed state: it is the one that is found first. */
  async #completeConfirmed({ packId, scheduleId, scheduled }: ScheduleRecord): Promise<void> {
    if (scheduled.confirmed) return;
    const { records, packs } = this.#dependencies;
    const pack = await orUndefined(packs.get(packId));
    if (pack) await records.changeSchedule(scheduleId, { confirmed: confirmedStateOf(pack) });
  }
}

/** When the platform ran the release, as exactly as is known. */
function likelyInstant(record: ScheduleRecord, now: Date): Date {
  const start = likelyStart(record);
  return start < now ? start : now;
}
