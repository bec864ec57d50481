import * as vscode from "vscode";
import { describeError } from "../../base/describeError.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { missedReleases, onDidChangeMissedReleases } from "../../ui/settings/settings.ts";
import type { ScheduledReleasesServices } from "./scheduledReleasesServices.ts";

/**
 * Runs the scheduled releases of the active backend as long as the window is open, and notifies of their outcomes. The code is
 * loaded and the store is read once activation is over, so that activation does not wait for it.
 */
export class ScheduledReleases extends DisposableOwner {
  constructor(services: ScheduledReleasesServices) {
    super();
    const start = setImmediate(() => {
      this.#start(services).catch((error: unknown) =>
        services.log.error(`Starting the scheduler: ${describeError(error)}`),
      );
    });
    this.register({ dispose: () => clearImmediate(start) });
  }

  async #start(services: ScheduledReleasesServices): Promise<void> {
    const [{ Scheduler }, { ReleaseWatcher }, { SchedulerNotices }, { systemTimer }] = await Promise.all([
      import("../../scheduler/scheduler.ts"),
      import("../../scheduler/releaseWatcher.ts"),
      import("./schedulerNotices.ts"),
      import("../../scheduler/clock.ts"),
    ]);
    if (this.isDisposed) return;
    const { backend, log } = services;
    const schedules = async () => (await backend.get()).schedules;
    const common = { onDidChange: backend.onDidChange, clock: () => new Date(), timer: systemTimer, log };
    const queue = async () => (await schedules())?.queue;
    const watch = async () => (await schedules())?.watch;
    const scheduler = this.register(new Scheduler({ ...common, queue, missedReleases }));
    const watcher = this.register(new ReleaseWatcher({ ...common, watch }));
    this.register(new SchedulerNotices(scheduler, watcher, services));
    scheduler.start();
    watcher.start();
    const check = () => scheduler.check();
    this.register(onDidChangeMissedReleases(check));
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && check()));
  }
}
