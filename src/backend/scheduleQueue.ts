import type { Event } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";

/** A scheduled release as the scheduler sees it. The one that a change puts in its place is another one. */
export interface QueuedRelease {
  readonly packId: string;
  readonly packName: string;
  /** No other scheduled release has it, neither of another pack nor an earlier or later one of the same. */
  readonly scheduleId: string;
  readonly schedule: ReleaseSchedule;
}

/**
 * What allows a scheduled release to run: its window, now; its passed window, where missed releases are made up for; or
 * its user, once the window has started or it has failed, and whatever became of it since.
 */
export type RunPermission = "inWindow" | "late" | "retry";

/**
 * The scheduled releases of a backend, for one or many schedulers at once: whatever they do, and whenever they are killed,
 * each release is made once. Every method rejects with an `IntegrationPacksError`.
 */
export interface ScheduleQueue {
  /** A release was scheduled, changed, cancelled or made, here or elsewhere. */
  readonly onDidChange: Event<void>;
  /** The first waiting release whose window starts after `after`. Takes no longer where there are many. */
  nextDue(after: Date): Promise<QueuedRelease | undefined>;
  /** The waiting releases whose window started by `now`, the earliest first. */
  listDue(now: Date): Promise<QueuedRelease[]>;
  /** The pack's scheduled release in whatever state. */
  find(packId: string): Promise<QueuedRelease | undefined>;
  /**
   * Makes the release and ends its schedule. Nothing when it was not its turn any more: another scheduler released it,
   * it was changed or cancelled, its pack was deleted, or the clock says otherwise by now.
   *
   * @throws what kept it from being made; nothing was released then
   */
  release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined>;
  /** Keeps the schedule as failed, with the reason; `false` when it was not there any more. */
  fail(queued: QueuedRelease, problem: string): Promise<boolean>;
  /** Keeps the schedule as missed; `false` when it does not wait any more. */
  miss(queued: QueuedRelease): Promise<boolean>;
}

/** A scheduled release in words, for the log. */
export function describeQueued({ packId, packName, schedule }: QueuedRelease): string {
  return `"${packName}" (${packId}), scheduled for ${schedule.date} (${schedule.timeZone})`;
}

/** Whether the schedule may run at the instant with this permission. */
export function mayRun(schedule: ReleaseSchedule, permission: RunPermission, now: Date): boolean {
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
