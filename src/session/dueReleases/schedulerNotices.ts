import * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import { runCommand, viewIds } from "../../contributions.ts";
import { DisposableOwner } from "../../base/disposable.ts";
import { messageForUsers } from "../../errors/errors.ts";
import { describeError } from "../../base/describeError.ts";
import {
  showError,
  showErrorMessage,
  showInformation,
  showWarning,
  type NotificationAction,
} from "../../ui/notifications.ts";
import { decisionsOnConflict, decisionsOnUnknown, isConflict } from "./decisions.ts";
import type { ScheduledReleasesServices } from "./scheduledReleasesServices.ts";
import type { RequestResult } from "../../scheduler/releaseRunner.ts";
import type { ReleaseWatcher } from "../../scheduler/releaseWatcher.ts";
import type { Scheduler } from "../../scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../scheduler/schedulerEvent.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import { formatCalendarDate } from "../../ui/dates.ts";

/** How many events of one kind are shown one by one. More of them, as at a midnight with many releases, share one notification. */
const shownSingly = 3;

/** How long to wait for more events of the same kind, in ms. */
const gatheringTime = 300;

/** Notifies the user of the outcomes of scheduled releases, and offers what can be done. */
export class SchedulerNotices extends DisposableOwner {
  readonly #scheduler: Scheduler;
  readonly #services: ScheduledReleasesServices;
  readonly #gathered: SchedulerEvent[] = [];

  constructor(scheduler: Scheduler, watcher: ReleaseWatcher, services: ScheduledReleasesServices) {
    super();
    this.#scheduler = scheduler;
    this.#services = services;
    this.register(scheduler.onDidHappen((event) => this.#gather(event)));
    this.register(watcher.onDidHappen((event) => this.#gather(event)));
  }

  #gather(event: SchedulerEvent): void {
    if (this.#gathered.push(event) > 1) return;
    setTimeout(() => {
      if (!this.isDisposed) this.#showGathered();
    }, gatheringTime);
  }

  #showGathered(): void {
    const events = this.#gathered.splice(0);
    for (const kind of new Set(events.map(kindOf))) {
      const alike = events.filter((event) => kindOf(event) === kind);
      const notices =
        alike.length > shownSingly
          ? [this.#showMany(kind, alike.length)]
          : alike.map((event) => this.#show(event));
      for (const notice of notices) {
        notice.catch((error: unknown) => this.#onFault(error));
      }
    }
  }

  #show(event: SchedulerEvent): Promise<void> {
    if (event.kind === "stalled") {
      return showErrorMessage(
        l10n.t("Scheduled releases cannot be run: {0}", messageForUsers(event.error)),
        { title: l10n.t("Retry"), run: () => this.#scheduler.check() },
        this.#showLog,
      );
    }
    const { packId, packName, schedule } = event.queued;
    const date = formatCalendarDate(schedule.date);
    const showPack = { title: l10n.t("Show Pack"), run: () => this.#services.showPack(packId) };
    switch (event.kind) {
      case "released":
        return event.release.trigger === "late"
          ? showWarning(
              l10n.t(
                '"{0}" was released late: its window of {1} had passed.',
                packName,
                withZone(date, schedule),
              ),
              showPack,
            )
          : showInformation(l10n.t('"{0}" was released as scheduled.', packName), showPack);
      case "failed":
        return isConflict(event.error)
          ? showErrorMessage(messageForUsers(event.error), ...decisionsOnConflict(packId), showPack)
          : showErrorMessage(
              l10n.t(
                'The scheduled release of "{0}" failed and keeps its schedule: {1}',
                packName,
                messageForUsers(event.error),
              ),
              this.#release(l10n.t("Retry"), packId, packName),
              showPack,
            );
      case "refused":
        return showErrorMessage(
          l10n.t(
            'Boomi refused this editor, so the scheduled release of "{0}" is left to others who share the records: {1}',
            packName,
            messageForUsers(event.error),
          ),
          { title: l10n.t("Sign In"), run: () => runCommand("integrationPacks.signIn") },
          this.#release(l10n.t("Retry"), packId, packName),
          showPack,
        );
      case "unknown":
        return showWarning(
          l10n.t(
            'Boomi does not report whether the release of "{0}" that was scheduled for {1} ran. Look at the pack in Boomi, then change, release or remove it.',
            packName,
            date,
          ),
          ...decisionsOnUnknown(packId),
          showPack,
        );
      case "missed":
        return event.answer === "ask"
          ? showWarning(
              l10n.t(
                'The release of "{0}" was missed: no editor was open in its window of {1}. Release it now?',
                packName,
                withZone(date, schedule),
              ),
              this.#release(l10n.t("Release Now"), packId, packName),
              { title: l10n.t("Skip"), run: () => this.#answer(packName, this.#scheduler.skip(packId)) },
              { title: l10n.t("Change…"), run: () => runCommand("integrationPacks.editSchedule", packId) },
              showPack,
            )
          : showWarning(
              l10n.t(
                'The release of "{0}" that was scheduled for {1} was missed. It is kept, and waits until you release, change or cancel it.',
                packName,
                withZone(date, schedule),
              ),
              this.#release(l10n.t("Release Now"), packId, packName),
              showPack,
            );
    }
  }

  #showMany(kind: string, count: number): Promise<void> {
    const showCalendar = {
      title: l10n.t("Show Calendar"),
      run: () => runCommand("integrationPacks.showCalendar"),
    };
    const actions = [{ title: l10n.t("Show Scheduled Releases"), run: showScheduledReleases }, this.#showLog];
    switch (kind) {
      case "scheduled":
        return showInformation(
          l10n.t("{0} integration packs were released as scheduled.", count),
          showCalendar,
          this.#showLog,
        );
      case "late":
        return showWarning(
          l10n.t("{0} integration packs were released late: their windows had passed.", count),
          showCalendar,
          this.#showLog,
        );
      case "refused":
        return showErrorMessage(
          l10n.t("Boomi refused this editor. {0} scheduled releases are left to others.", count),
          ...actions,
        );
      case "failed":
        return showErrorMessage(
          l10n.t("{0} scheduled releases failed. They keep their schedules.", count),
          ...actions,
        );
      default:
        return showWarning(
          l10n.t("{0} scheduled releases were missed. Release, change or cancel them.", count),
          ...actions,
        );
    }
  }

  #release(title: string, packId: string, packName: string): NotificationAction {
    return { title, run: () => this.#answer(packName, this.#scheduler.retry(packId)) };
  }

  /** The outcome is announced. Another window or the user may have been faster, which is shown here. */
  async #answer(packName: string, requested: Promise<RequestResult>): Promise<void> {
    const outcome = await requested;
    if (outcome === "done") return;
    await showInformation(
      outcome === "underWay"
        ? l10n.t('Another window is releasing "{0}" and reports the outcome.', packName)
        : l10n.t('The scheduled release of "{0}" was already released, changed or cancelled.', packName),
    );
  }

  get #showLog(): NotificationAction {
    return { title: l10n.t("Show Log"), run: () => this.#services.log.show() };
  }

  #onFault(error: unknown): void {
    if (this.isDisposed) return;
    this.#services.log.error(`Answering a notification: ${describeError(error)}`);
    void showError(error, this.#showLog);
  }
}

/** Events of the same kind can share one notification. */
function kindOf(event: SchedulerEvent): string {
  return event.kind === "released" ? event.release.trigger : event.kind;
}

function showScheduledReleases(): Thenable<unknown> {
  return vscode.commands.executeCommand(`${viewIds.scheduledReleases}.focus`);
}
