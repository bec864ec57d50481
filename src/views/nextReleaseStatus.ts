import { t } from "@vscode/l10n";
import * as vscode from "vscode";
import type { ActiveBackend } from "../activeBackend.ts";
import { viewIds } from "../contributions.ts";
import { DisposableOwner } from "../dispose.ts";
import { describeError } from "../log.ts";
import { scheduledPacks, type ScheduledPackSummary } from "../model/pack.ts";
import { withoutIcons } from "../notifications.ts";
import { formatCalendarDate } from "./dates.ts";
import { scheduleHover } from "./schedules.ts";

/** The status bar's one item: the next scheduled release; hidden when there is none. */
export class NextReleaseStatus extends DisposableOwner {
  readonly #backend: ActiveBackend;
  readonly #item = this.register(
    vscode.window.createStatusBarItem("integrationPacks.nextRelease", vscode.StatusBarAlignment.Left),
  );

  constructor(backend: ActiveBackend, log: vscode.LogOutputChannel) {
    super();
    this.#backend = backend;
    this.#item.name = t("Next Scheduled Release");
    this.#item.command = `${viewIds.scheduledReleases}.focus`;
    const update = () => {
      this.#update().catch((error: unknown) => {
        this.#item.hide();
        log.warn(`Reading the next scheduled release: ${describeError(error)}`);
      });
    };
    this.register(backend.onDidChange(update));
    update();
  }

  async #update(): Promise<void> {
    const packs = await (await this.#backend.get()).listPackSummaries();
    const [next] = scheduledPacks(packs);
    if (next) {
      this.#show(next);
    } else {
      this.#item.hide();
    }
  }

  #show({ name, scheduled }: ScheduledPackSummary): void {
    const date = formatCalendarDate(scheduled.date);
    this.#item.text = `$(calendar) ${withoutIcons(name)}: ${date}`;
    this.#item.tooltip = scheduleHover(name, scheduled);
    this.#item.accessibilityInformation = { label: t("Next scheduled release: {0}, {1}", name, date) };
    this.#item.show();
  }
}
