import { IntegrationPacksError } from "../../../errors/errors.ts";
import { scheduleErrors } from "../../../errors/scheduleErrors.ts";
import type { Event } from "../../../base/event.ts";
import type { PackRelease } from "../../../model/release/release.ts";
import { resolveScheduledVersions } from "../../../model/schedule/scheduledVersions.ts";
import { mayRun, type QueuedRelease, type RunPermission, type ScheduleQueue } from "../../scheduleQueue.ts";
import type { PackReader } from "../packs/packReader.ts";
import type { ReleaseAttempts } from "../records/releaseAttempts.ts";
import { platformReleaseErrors } from "../releases/platformReleaseErrors.ts";
import { versionFinder } from "../releases/resolveRequest.ts";
import type { ReleaseMaker } from "../releases/releaseMaker.ts";
import type { ScheduleRecords } from "../records/scheduleRecords.ts";
import { stateBeforeClaim, toQueued, type ScheduleRecord } from "../records/scheduleRows.ts";
import type { VersionReader } from "../packs/versionReader.ts";

/** What running scheduled releases takes. */
export interface WorkspaceQueueOptions {
  readonly onDidChange: Event<void>;
  readonly records: ScheduleRecords;
  readonly attempts: ReleaseAttempts;
  readonly maker: ReleaseMaker;
  readonly packs: Pick<PackReader, "fresh">;
  readonly versions: VersionReader;
  readonly clock: () => Date;
}

/**
 * So long a release that is due belongs to who took it, in ms; longer than sending and following one takes, unless the
 * program was killed over it.
 */
const claimSpan = 900_000;

/**
 * Scheduled releases that the workspace keeps and the scheduler runs: at their date an immediate release is sent. It is
 * claimed first and its attempt is kept before it is sent, so that two windows send it once, and one that was killed in
 * between leaves a trace that is read before anything is sent again.
 */
export class WorkspaceQueue implements ScheduleQueue {
  readonly onDidChange: Event<void>;
  readonly #options: WorkspaceQueueOptions;

  constructor(options: WorkspaceQueueOptions) {
    this.#options = options;
    this.onDidChange = options.onDidChange;
  }

  async nextDue(after: Date): Promise<QueuedRelease | undefined> {
    const waiting = await this.#waiting();
    const next = waiting.find(({ scheduled }) => Date.parse(scheduled.windowStart) > after.getTime());
    return next && toQueued(next);
  }

  async listDue(now: Date): Promise<QueuedRelease[]> {
    const waiting = await this.#waiting();
    return waiting
      .filter(({ scheduled }) => Date.parse(scheduled.windowStart) <= now.getTime())
      .map(toQueued);
  }

  async find(packId: string): Promise<QueuedRelease | undefined> {
    const record = await this.#options.records.find(packId);
    return record?.keeper === "workspace" ? toQueued(record) : undefined;
  }

  async release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined> {
    const { records, clock } = this.#options;
    const record = await records.claim(
      queued.packId,
      clock().getTime() + claimSpan,
      (found, claimedUntil) =>
        isQueued(found, queued) &&
        clock().getTime() >= claimedUntil &&
        mayRun(found.scheduled, permission, clock()),
    );
    if (!record) return undefined;
    try {
      return await this.#releaseClaimed(record, permission);
    } catch (error) {
      await records.setState(record, stateBeforeClaim(record));
      throw error;
    }
  }

  async fail(queued: QueuedRelease, problem: string): Promise<boolean> {
    const record = await this.#recordOf(queued);
    // Another scheduler may have told the same failure already.
    if (!record || (record.scheduled.state === "failed" && queued.schedule.state !== "failed")) return false;
    return this.#options.records.setState(record, "failed", problem);
  }

  async miss(queued: QueuedRelease): Promise<boolean> {
    const { records, clock } = this.#options;
    const record = await this.#recordOf(queued);
    if (!record || !mayRun(record.scheduled, "late", clock())) return false;
    return records.setState(record, "missed");
  }

  async #releaseClaimed(record: ScheduleRecord, permission: RunPermission): Promise<PackRelease | undefined> {
    const { records, maker, packs, versions: reader, clock } = this.#options;
    const { packId, scheduled } = record;
    const made = await this.#takeOver(record, permission);
    if (made) return made;
    // Cancelled, changed or replaced while the pack was read: then nothing is sent.
    const ended = scheduleErrors.notScheduled(record.packName);
    try {
      const pack = await packs.fresh(packId);
      const findVersion = await versionFinder(reader, pack, scheduled.versions);
      const versions = resolveScheduledVersions(pack, scheduled.versions, findVersion);
      return await maker.make({
        pack,
        versions,
        trigger: clock() < new Date(scheduled.windowEnd) ? "scheduled" : "late",
        releasedBy: scheduled.scheduledBy,
        replacesPlatformSchedule: false,
        onBegun: async (attemptKey) => {
          if (!(await records.link(record, attemptKey))) throw ended;
        },
      });
    } catch (error) {
      if (error === ended) return undefined;
      if (!(await this.#isPackGone(packId, error))) throw error;
      await records.remove(packId, record);
      return undefined;
    }
  }

  /** What became of an earlier attempt: it is never sent again before that is known, unless its user says so. */
  async #takeOver(record: ScheduleRecord, permission: RunPermission): Promise<PackRelease | undefined> {
    const { attempts, maker } = this.#options;
    const earlier = record.attemptKey === undefined ? undefined : await attempts.find(record.attemptKey);
    if (!earlier || earlier.state === "notReleased") return undefined;
    const settled = await maker.settle(earlier);
    if (settled) return settled;
    const now = await attempts.find(earlier.key);
    if (now?.state === "following") return maker.follow(now);
    if (permission === "retry") {
      await attempts.settle(earlier.key, "unknown");
      return undefined;
    }
    throw platformReleaseErrors.unknown(record.packName, "");
  }

  /** Whether the failure is that there is no pack any more. */
  async #isPackGone(packId: string, failure: unknown): Promise<boolean> {
    if (!(failure instanceof IntegrationPacksError) || failure.code !== "NotFound") return false;
    return this.#options.packs.fresh(packId).then(
      () => false,
      (error: unknown) => error instanceof IntegrationPacksError && error.code === "NotFound",
    );
  }

  async #waiting(): Promise<ScheduleRecord[]> {
    return (await this.#options.records.list()).filter(
      (record) => record.keeper === "workspace" && stateBeforeClaim(record) === "scheduled",
    );
  }

  async #recordOf(queued: QueuedRelease): Promise<ScheduleRecord | undefined> {
    const record = await this.#options.records.find(queued.packId);
    return record && isQueued(record, queued) ? record : undefined;
  }
}

function isQueued(record: ScheduleRecord, { scheduleId }: QueuedRelease): boolean {
  return record.keeper === "workspace" && record.scheduleId === scheduleId;
}
