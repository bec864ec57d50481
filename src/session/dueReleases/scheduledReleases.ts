import * as vscode from "vscode";
import { ActiveReleaseWatch } from "./activeReleaseWatch.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { describeError } from "../../base/describeError.ts";
import type { ScheduledReleasesServices } from "./scheduledReleasesServices.ts";
import { missedReleases, onDidChangeMissedReleases } from "../../ui/settings.ts";

/**
 * Runs the scheduled releases of the active backend as long as the window is open, and tells what came of them. Its code is
 * loaded and the store is read once activation is over, so that nothing waits for it.
 */
export class ScheduledReleases extends DisposableOwner {
  readonly #watch: ActiveReleaseWatch;

  constructor(services: ScheduledReleasesServices) {
    super();
    // Before anything is read: what came of a release is told to whoever looks first.
    this.#watch = this.register(new ActiveReleaseWatch(services.backend));
    const start = setImmediate(() => {
      this.#start(services).catch((error: unknown) =>
        services.log.error(`Starting the scheduler: ${describeError(error)}`),
      );
    });
    this.register({ dispose: () => clearImmediate(start) });
  }

  async #start(services: ScheduledReleasesServices): Promise<void> {
    const { startScheduler } = await import("./startScheduler.ts");
    if (this.isDisposed) return;
    const { scheduler, watcher, notices } = startScheduler(services, this.#watch, missedReleases);
    this.register(scheduler);
    this.register(watcher);
    this.register(notices);
    const check = () => scheduler.check();
    this.register(onDidChangeMissedReleases(check));
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && check()));
  }
}
