import type { Event } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";
import type { MissedReleases } from "../model/schedule/missedReleases.ts";
import type { ReleaseSchedule, ScheduleFailure } from "../model/schedule/scheduledRelease.ts";

/** A scheduled release as the scheduler sees it. A changed one is another one. */
export interface QueuedRelease {
  readonly packId: string;
  readonly packName: string;
  /** Unique: no other scheduled release has it, neither of another pack nor an earlier or later one of the same pack. */
  readonly scheduleId: string;
  readonly schedule: ReleaseSchedule;
  /** What to do once its window has passed; left out where each scheduler decides by its own setting. */
  readonly missedReleases?: MissedReleases;
}

/**
 * What allows a scheduled release to run. `inWindow`: its window is now. `late`: its window has passed. `retry`: a person asks
 * for it, once the window has started or the release has failed.
 */
export type RunPermission = "inWindow" | "late" | "retry";

/**
 * The scheduled releases of a backend, for one or many schedulers at once. Each release runs once, whatever the schedulers
 * do and whenever they are killed. Every method rejects with an `IntegrationPacksError`.
 */
export interface ScheduleQueue {
  /** A release was scheduled, changed, cancelled or released, here or elsewhere. */
  readonly onDidChange: Event<void>;
  /** Whether other people's clients run its releases, too. What the platform refuses to this client, it may allow to them. */
  readonly isShared: boolean;
  /** The first waiting release whose window starts after `after`. Its cost does not grow with the number of releases. */
  nextDue(after: Date): Promise<QueuedRelease | undefined>;
  /** The waiting releases whose window has started at `now`, earliest window first. */
  listDue(now: Date): Promise<QueuedRelease[]>;
  /** The pack's scheduled release, whatever its state. */
  find(packId: string): Promise<QueuedRelease | undefined>;
  /**
   * Releases the pack and ends its schedule. Resolves to nothing when it was not its turn: another scheduler runs it, it was
   * released, changed or cancelled, its pack was deleted, or its permission does not hold at this instant.
   *
   * @throws `Conflict` when the pack differs from the confirmed state (rule 12): nothing was released. `OutcomeUnknown` when
   * it was sent and nobody knows whether it was released. Anything else: nothing was released.
   */
  release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined>;
  /** Stores the schedule as failed, with the reason; `false` when it is no longer there. */
  fail(queued: QueuedRelease, failure: ScheduleFailure): Promise<boolean>;
  /** Stores the schedule as missed; `false` when it no longer waits. */
  miss(queued: QueuedRelease): Promise<boolean>;
}

/** A scheduled release in words, for the log. */
export function describeQueued({ packId, packName, schedule }: QueuedRelease): string {
  return `"${packName}" (${packId}), scheduled for ${schedule.date} (${schedule.timeZone})`;
}

/** Whether the permission lets the schedule run at `now`. A difference from the confirmed state allows no run at all (rule 12). */
export function mayRun(schedule: ReleaseSchedule, permission: RunPermission, now: Date): boolean {
  if (schedule.problemCode === "Conflict") return false;
  const waits = schedule.state === "scheduled" || schedule.state === "releasing";
  const hasStarted = now >= new Date(schedule.windowStart);
  const hasPassed = now >= new Date(schedule.windowEnd);
  switch (permission) {
    case "inWindow":
      return waits && hasStarted && !hasPassed;
    case "late":
      return waits && hasPassed;
    case "retry":
      return hasStarted || schedule.state === "failed";
  }
}
