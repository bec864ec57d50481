import type { ReleaseWatch } from "../../backend/releaseWatch.ts";
import { ActiveScheduleQueue } from "./activeScheduleQueue.ts";
import type { ScheduledReleasesServices } from "./scheduledReleasesServices.ts";
import { systemTimer } from "../../scheduler/clock.ts";
import type { MissedReleases } from "../../scheduler/releaseRunner.ts";
import { ReleaseWatcher } from "../../scheduler/releaseWatcher.ts";
import { Scheduler } from "../../scheduler/scheduler.ts";
import { SchedulerNotices } from "./schedulerNotices.ts";

/** Starts the scheduler on the active backend, by the real clock, with notifications of what comes of scheduled releases. */
export function startScheduler(
  services: ScheduledReleasesServices,
  watch: ReleaseWatch,
  missedReleases: () => MissedReleases,
): { scheduler: Scheduler; watcher: ReleaseWatcher; notices: SchedulerNotices } {
  const { backend, log } = services;
  const time = { clock: () => new Date(), timer: systemTimer };
  const queue = new ActiveScheduleQueue(backend);
  const scheduler = new Scheduler({ queue, ...time, log, missedReleases });
  const watcher = new ReleaseWatcher({ watch, onDidChange: backend.onDidChange, ...time, log });
  const notices = new SchedulerNotices(scheduler, watcher, services);
  scheduler.start();
  watcher.start();
  return { scheduler, watcher, notices };
}
