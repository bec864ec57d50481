import * as l10n from "@vscode/l10n";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { viewIds } from "../contributions.ts";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { formatCalendarDate } from "../ui/dates.ts";
import { StatusItem } from "../ui/statusItem.ts";
import { scheduleHover } from "./schedulePresentation.ts";

/** The status bar item with the next scheduled release; hidden when there is none. */
export class NextReleaseStatus extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #log: Log;
  readonly #item = this.register(
    new StatusItem(
      "integrationPacks.nextRelease",
      l10n.t("Next Scheduled Release"),
      `${viewIds.scheduledReleases}.focus`,
    ),
  );
  #isReading = false;
  #isStale = false;

  constructor(backend: ActiveBackend, log: Log) {
    super();
    this.#backend = backend;
    this.#log = log;
    this.register(backend.onDidChange(() => void this.#update()));
    void this.#update();
  }

  /** Reads the next release. All changes that arrive during a read together cause one more. */
  async #update(): Promise<void> {
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#isStale && !this.isDisposed) {
      this.#isStale = false;
      await this.#read();
    }
    this.#isReading = false;
  }

  async #read(): Promise<void> {
    try {
      const next = await (await this.#backend.get()).schedules?.nextScheduled();
      if (this.isDisposed) return;
      if (next) {
        this.#show(next.packName, next.schedule);
      } else {
        this.#item.hide();
      }
    } catch (error) {
      this.#item.hide();
      this.#log.warn(`Reading the next scheduled release: ${describeError(error)}`);
    }
  }

  #show(name: string, schedule: ReleaseSchedule): void {
    const date = formatCalendarDate(schedule.date);
    this.#item.show({
      icon: "calendar",
      text: l10n.t("{0}: {1}", name, date),
      hover: scheduleHover(name, schedule),
      spoken: l10n.t("Next scheduled release: {0}, {1}", name, date),
    });
  }
}
