import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { Event } from "../../../base/event.ts";
import type { Operations } from "../../../base/operations.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import type { ScheduleFailure } from "../../../model/schedule/scheduledRelease.ts";
import { resolveScheduledVersions } from "../../../model/schedule/scheduledVersions.ts";
import { withDifferences } from "../../../model/schedule/withDifferences.ts";
import { mayRun, type QueuedRelease, type RunPermission, type ScheduleQueue } from "../../scheduleQueue.ts";
import { platformErrors } from "../http/platformErrors.ts";
import { orUndefined } from "../http/queries.ts";
import type { PackReader, PlatformPack } from "../packs/packReader.ts";
import type { VersionReader } from "../packs/versionReader.ts";
import { NotItsTurnError, platformReleaseErrors } from "../platformReleaseErrors.ts";
import type { ReleaseAttempt } from "../records/releaseAttempt.ts";
import type { ReleaseRecords, SendingCondition } from "../records/releaseRecords.ts";
import { toQueued, type ScheduleRecord } from "../records/scheduleRecord.ts";
import type { AttemptReconciler } from "../releases/attemptReconciler.ts";
import type { Claims } from "../releases/claims.ts";
import type { ReleaseFollower } from "../releases/releaseFollower.ts";
import type { ReleaseSender } from "../releases/releaseSender.ts";
import { versionFinder } from "../releases/resolveRequest.ts";

/** Dependencies of `WorkspaceQueue`. */
export interface WorkspaceQueueDependencies {
  readonly operations: Operations;
  readonly records: ReleaseRecords;
  readonly claims: Claims;
  readonly attempts: AttemptReconciler;
  readonly sender: ReleaseSender;
  readonly follower: ReleaseFollower;
  readonly packs: Pick<PackReader, "fresh">;
  readonly versions: VersionReader;
  readonly clock: () => Date;
}

/**
 * The scheduled releases that the workspace keeps and the scheduler runs: at their date an immediate release is sent. The
 * records decide, in the step that records the sending, whether it is this scheduler's turn.
 */
export class WorkspaceQueue implements ScheduleQueue {
  readonly onDidChange: Event<void>;
  readonly isShared: boolean;
  readonly #dependencies: WorkspaceQueueDependencies;

  constructor(dependencies: WorkspaceQueueDependencies) {
    this.#dependencies = dependencies;
    this.onDidChange = dependencies.records.onDidChange;
    this.isShared = dependencies.records.sharedAt !== undefined;
  }

  async nextDue(after: Date): Promise<QueuedRelease | undefined> {
    const next = (await this.#waiting()).find(
      ({ scheduled }) => Date.parse(scheduled.windowStart) > after.getTime(),
    );
    return next && this.#toQueued(next);
  }

  async listDue(now: Date): Promise<QueuedRelease[]> {
    return (await this.#waiting())
      .filter(({ scheduled }) => Date.parse(scheduled.windowStart) <= now.getTime())
      .map((record) => this.#toQueued(record));
  }

  async find(packId: string): Promise<QueuedRelease | undefined> {
    const record = await this.#dependencies.records.findSchedule(packId);
    return record?.keeper === "workspace" ? this.#toQueued(record) : undefined;
  }

  release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    const { operations } = this.#dependencies;
    return operations.run(() => this.#release(queued, permission), platformErrors.aborted);
  }

  async fail(queued: QueuedRelease, failure: ScheduleFailure): Promise<boolean> {
    const record = await this.#recordOf(queued);
    // Another scheduler may have recorded the same failure already.
    if (!record || (record.storedState === "failed" && queued.schedule.state !== "failed")) return false;
    return this.#dependencies.records.changeSchedule(record.scheduleId, { state: "failed", failure });
  }

  async miss(queued: QueuedRelease): Promise<boolean> {
    const { records, clock } = this.#dependencies;
    const record = await this.#recordOf(queued);
    if (!record || !mayRun(record.scheduled, "late", clock())) return false;
    if (await records.isUnderWay(record.packId)) return false;
    return records.changeSchedule(record.scheduleId, { state: "missed", failure: undefined });
  }

  async #release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    const { packId, packName } = queued;
    try {
      return await this.#dependencies.claims.hold([{ packId, name: packName }], (holder) =>
        this.#releaseClaimed(queued, permission, holder),
      );
    } catch (error) {
      if (error instanceof NotItsTurnError) return undefined;
      throw error;
    }
  }

  async #releaseClaimed(
    queued: QueuedRelease,
    permission: RunPermission,
    holder: string,
  ): Promise<PackRelease | undefined> {
    const { records, attempts, follower, packs, clock } = this.#dependencies;
    const { packId, scheduleId } = queued;
    const earlier = (await attempts.reconcile(packId)).at(-1);
    if (earlier?.state === "accepted" && earlier.scheduleId === scheduleId) {
      return follower.follow(earlier, () => undefined);
    }
    const pack = await orUndefined(packs.fresh(packId));
    // After the pack: what another window did in between is not a difference from what was confirmed.
    const record = await this.#recordOf(queued, holder);
    if (!record || !mayRun(record.scheduled, permission, clock())) return undefined;
    const acknowledged = acknowledgedAttempts(record, earlier, permission);
    if (pack) return this.#send(record, pack, { permission, acknowledged, holder });
    await records.removePack(packId);
    return undefined;
  }

  async #send(record: ScheduleRecord, pack: PlatformPack, condition: SendingCondition): Promise<PackRelease> {
    const { sender, versions: reader, clock } = this.#dependencies;
    const { scheduled } = record;
    const { differences } = withDifferences(scheduled, pack);
    if (differences) throw scheduleErrors.changedSinceConfirmed(pack.name, differences);
    const findVersion = await versionFinder(reader, pack, scheduled.versions);
    return sender.release({
      ...condition,
      pack,
      versions: resolveScheduledVersions(pack, scheduled.versions, findVersion),
      trigger: clock() < new Date(scheduled.windowEnd) ? "scheduled" : "late",
      confirmedBy: scheduled.scheduledBy,
      scheduled: record,
      plan: scheduled.plan,
      mayReplace: false,
    });
  }

  /** The waiting releases, and those that are under way: their sender may have been killed. */
  async #waiting(): Promise<ScheduleRecord[]> {
    const records = await this.#dependencies.records.listSchedules();
    return records.filter(({ keeper, storedState }) => keeper === "workspace" && storedState === "scheduled");
  }

  /** With the rule for the time after its window where a team shares the records, so that it does not depend on who comes first. */
  #toQueued(record: ScheduleRecord): QueuedRelease {
    const { missedReleases } = record;
    return { ...toQueued(record), ...(this.isShared && missedReleases && { missedReleases }) };
  }

  async #recordOf(
    { packId, scheduleId }: QueuedRelease,
    holder?: string,
  ): Promise<ScheduleRecord | undefined> {
    const record = await this.#dependencies.records.findSchedule(packId, holder);
    return record?.keeper === "workspace" && record.scheduleId === scheduleId ? record : undefined;
  }
}

/**
 * The earlier attempt with an unknown outcome, where a person who was told so asks for another one.
 *
 * @throws `OutcomeUnknown` otherwise: it is not sent again by itself
 */
function acknowledgedAttempts(
  { packName, scheduled }: ScheduleRecord,
  earlier: ReleaseAttempt | undefined,
  permission: RunPermission,
): readonly string[] {
  if (earlier?.state !== "unknown") return [];
  const wasTold = permission === "retry" && scheduled.problemCode === "OutcomeUnknown";
  if (!wasTold) throw platformReleaseErrors.earlierUnknown(packName, earlier.sentAt);
  return [earlier.attemptId];
}
