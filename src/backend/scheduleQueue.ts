import type { Event } from "../base/event.ts";
import type { PackRelease } from "../model/release/release.ts";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";

/** A scheduled release with its pack. A change replaces it by another one with another `scheduleId`. */
export interface QueuedRelease {
  readonly packId: string;
  readonly packName: string;
  /** Unique among the scheduled releases of all packs, past ones included. */
  readonly scheduleId: string;
  readonly schedule: ReleaseSchedule;
}

/**
 * Why a scheduled release may run. `inWindow`: its window is open. `late`: its window has passed, and missed releases are
 * released late. `retry`: a person asks for it, once its window has started or it has failed.
 */
export type RunPermission = "inWindow" | "late" | "retry";

/**
 * The scheduled releases that schedulers run. Any number of schedulers can use the same queue: each release is made once,
 * even if a scheduler is killed. Every method rejects with an `IntegrationPacksError`.
 */
export interface ScheduleQueue {
  /** A release was scheduled, changed, cancelled or released, here or elsewhere. */
  readonly onDidChange: Event<void>;
  /** The first waiting release whose window starts after `after`. Takes the same time however many there are. */
  nextDue(after: Date): Promise<QueuedRelease | undefined>;
  /** The waiting releases whose window has started at `now`, earliest window first. */
  listDue(now: Date): Promise<QueuedRelease[]>;
  /** The pack's scheduled release, in any state. */
  find(packId: string): Promise<QueuedRelease | undefined>;
  /**
   * Releases the pack and ends the schedule. Resolves to nothing when the release may no longer run: another scheduler
   * released it, it was changed or cancelled, its pack was deleted, or the time does not fit the permission.
   *
   * @throws the reason why nothing was released
   */
  release(queued: QueuedRelease, permission: RunPermission): Promise<PackRelease | undefined>;
  /** Marks the scheduled release failed, with the reason. `false` when it no longer exists or its state has changed. */
  fail(queued: QueuedRelease, problem: string): Promise<boolean>;
  /** Marks the scheduled release missed. `false` when it no longer waits. */
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
