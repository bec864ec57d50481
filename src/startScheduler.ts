import { ActiveScheduleQueue } from "./activeScheduleQueue.ts";
import type { ScheduledReleasesServices } from "./scheduledReleases.ts";
import { systemTimer } from "./scheduler/clock.ts";
import type { MissedReleases } from "./scheduler/releaseRunner.ts";
import { Scheduler } from "./scheduler/scheduler.ts";
import { SchedulerNotices } from "./schedulerNotices.ts";

/** Starts the scheduler on the active backend, by the real clock, with notifications of what comes of its releases. */
export function startScheduler(
  services: ScheduledReleasesServices,
  missedReleases: () => MissedReleases,
): { scheduler: Scheduler; notices: SchedulerNotices } {
  const scheduler = new Scheduler({
    queue: new ActiveScheduleQueue(services.backend),
    clock: () => new Date(),
    timer: systemTimer,
    log: services.log,
    missedReleases,
  });
  const notices = new SchedulerNotices(scheduler, services);
  scheduler.start();
  return { scheduler, notices };
}
