import type { Timing } from "../http/timing.ts";
import type { ReleaseWatch, WatchReport } from "../../releaseWatch.ts";
import type { ReleaseRecords } from "../records/releaseRecords.ts";
import { likelyStart, type ScheduleRecord } from "../records/scheduleRecord.ts";
import type { AttemptReconciler } from "../releases/attemptReconciler.ts";
import type { ScheduleReconciler } from "./scheduleReconciler.ts";

/** Dependencies of `PlatformScheduleWatch`. */
export interface PlatformScheduleWatchDependencies {
  readonly schedules: ScheduleReconciler;
  readonly attempts: AttemptReconciler;
  readonly records: ReleaseRecords;
  readonly clock: () => Date;
  readonly timing: Timing;
}

/** The pauses between looks at a release that may run at any moment, in ms. */
const shortestPause = 60_000;
const longestPause = 3_600_000;

/** How long the platform is not asked again, in ms. */
const freshness = 20_000;

/**
 * Looks at the releases that the platform has and nobody here follows: scheduled ones that it keeps, and those that were under
 * way when their window was closed. Boomi does not announce their ends, so their status is requested.
 */
export class PlatformScheduleWatch implements ReleaseWatch {
  readonly #dependencies: PlatformScheduleWatchDependencies;
  #lookedAt = -Infinity;

  constructor(dependencies: PlatformScheduleWatchDependencies) {
    this.#dependencies = dependencies;
  }

  /** The next look asks the platform, however short the last one ago. */
  forget(): void {
    this.#lookedAt = -Infinity;
  }

  async look(): Promise<WatchReport> {
    const { schedules, attempts, records, clock, timing } = this.#dependencies;
    if (timing.now() - this.#lookedAt >= freshness) {
      this.#lookedAt = timing.now();
      await attempts.reconcile();
      await schedules.reconcile();
    }
    const now = clock().getTime();
    const looks = (await records.listSchedules())
      .filter(({ keeper }) => keeper === "platform")
      .map((record) => nextLook(record, now));
    if ((await records.listOpenAttempts()).length > 0) looks.push(now + shortestPause);
    return {
      outcomes: await records.takeOutcomes(),
      nextLook: looks.length === 0 ? undefined : new Date(Math.min(...looks)),
    };
  }
}

/** Looks with growing pauses from the first instant at which the date may begin, and again from when it begins in its own zone. */
function nextLook(record: ScheduleRecord, now: number): number {
  const earliest = Date.parse(record.scheduled.windowStart);
  const likely = likelyStart(record).getTime();
  if (now < earliest) return earliest + shortestPause;
  const since = now - (now < likely ? earliest : likely);
  const next = now + Math.min(Math.max(since / 4, shortestPause), longestPause);
  return now < likely ? Math.min(next, likely + shortestPause) : next;
}
