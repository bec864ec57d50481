import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import { describeError } from "../base/describeError.ts";
import { DisposableOwner } from "../base/disposable.ts";
import { viewIds } from "../contributions.ts";
import type { ReleaseSchedule } from "../model/schedule/scheduledRelease.ts";
import type { ActiveBackend } from "../session/activeBackend.ts";
import { formatCalendarDate } from "../ui/dates.ts";
import { withoutIcons } from "../ui/plainText.ts";
import { scheduleHover } from "./schedulePresentation.ts";

/** The status bar item with the next scheduled release; hidden when there is none. */
export class NextReleaseStatus extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #log: vscode.LogOutputChannel;
  readonly #item = this.register(
    vscode.window.createStatusBarItem("integrationPacks.nextRelease", vscode.StatusBarAlignment.Left),
  );
  #isReading = false;
  #isStale = false;

  constructor(backend: ActiveBackend, log: vscode.LogOutputChannel) {
    super();
    this.#backend = backend;
    this.#log = log;
    this.#item.name = t("Next Scheduled Release");
    this.#item.command = `${viewIds.scheduledReleases}.focus`;
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
    this.#item.text = `$(calendar) ${withoutIcons(name)}: ${date}`;
    this.#item.tooltip = scheduleHover(name, schedule);
    this.#item.accessibilityInformation = { label: t("Next scheduled release: {0}, {1}", name, date) };
    this.#item.show();
  }
}
