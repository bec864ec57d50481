import { t } from "@vscode/l10n";
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
import type { ScheduledReleasesServices } from "./scheduledReleasesServices.ts";
import type { RequestOutcome } from "../../scheduler/releaseRunner.ts";
import type { ReleaseWatcher } from "../../scheduler/releaseWatcher.ts";
import type { Scheduler } from "../../scheduler/scheduler.ts";
import type { SchedulerEvent } from "../../scheduler/schedulerEvent.ts";
import { formatCalendarDate } from "../../ui/dates.ts";

/** Up to so many things of one kind are told one by one; more of them, as at a midnight with many releases, in one sentence. */
const toldSingly = 3;

/** How long to wait for more of the same, in ms. */
const gatheringTime = 300;

/** Tells the user what came of scheduled releases, and what can be done about it. */
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
      if (!this.isDisposed) this.#tellGathered();
    }, gatheringTime);
  }

  #tellGathered(): void {
    const events = this.#gathered.splice(0);
    for (const kind of new Set(events.map(kindOf))) {
      const alike = events.filter((event) => kindOf(event) === kind);
      const notices =
        alike.length > toldSingly
          ? [this.#tellMany(kind, alike.length)]
          : alike.map((event) => this.#tell(event));
      for (const notice of notices) {
        notice.catch((error: unknown) => this.#onFault(error));
      }
    }
  }

  #tell(event: SchedulerEvent): Promise<void> {
    if (event.kind === "stalled") {
      return showErrorMessage(
        t("Scheduled releases cannot be run: {0}", messageForUsers(event.error)),
        { title: t("Retry"), run: () => this.#scheduler.check() },
        this.#showLog,
      );
    }
    const { packId, packName, schedule } = event.queued;
    const date = formatCalendarDate(schedule.date);
    const showPack = { title: t("Show Pack"), run: () => this.#services.revealPack(packId) };
    switch (event.kind) {
      case "released":
        return event.release.trigger === "late"
          ? showWarning(
              t(
                '"{0}" was released late: its window of {1} ({2}) had passed.',
                packName,
                date,
                schedule.timeZone,
              ),
              showPack,
            )
          : showInformation(t('"{0}" was released as scheduled.', packName), showPack);
      case "failed":
        return showErrorMessage(
          t(
            'The scheduled release of "{0}" failed and keeps its schedule: {1}',
            packName,
            messageForUsers(event.error),
          ),
          this.#release(t("Retry"), packId, packName),
          showPack,
        );
      case "missed":
        return event.answer === "ask"
          ? showWarning(
              t(
                'The release of "{0}" was missed: no editor was open in its window of {1} ({2}). Release it now?',
                packName,
                date,
                schedule.timeZone,
              ),
              this.#release(t("Release Now"), packId, packName),
              { title: t("Skip"), run: () => this.#answer(packName, this.#scheduler.skip(packId)) },
              { title: t("Change…"), run: () => runCommand("integrationPacks.editSchedule", packId) },
              showPack,
            )
          : showWarning(
              t(
                'The release of "{0}" that was scheduled for {1} ({2}) was missed. It is kept, and waits until you release, change or cancel it.',
                packName,
                date,
                schedule.timeZone,
              ),
              this.#release(t("Release Now"), packId, packName),
              showPack,
            );
    }
  }

  #tellMany(kind: string, count: number): Promise<void> {
    const actions = [{ title: t("Show Scheduled Releases"), run: showScheduledReleases }, this.#showLog];
    switch (kind) {
      case "scheduled":
        return showInformation(t("{0} integration packs were released as scheduled.", count), this.#showLog);
      case "late":
        return showWarning(
          t("{0} integration packs were released late: their windows had passed.", count),
          this.#showLog,
        );
      case "failed":
        return showErrorMessage(
          t("{0} scheduled releases failed. They keep their schedules.", count),
          ...actions,
        );
      default:
        return showWarning(
          t("{0} scheduled releases were missed. Release, change or cancel them.", count),
          ...actions,
        );
    }
  }

  #release(title: string, packId: string, packName: string): NotificationAction {
    return { title, run: () => this.#answer(packName, this.#scheduler.retry(packId)) };
  }

  /** What comes of it is announced; nothing comes of what another window or the user has settled already. */
  async #answer(packName: string, requested: Promise<RequestOutcome>): Promise<void> {
    const outcome = await requested;
    if (outcome === "done") return;
    await showInformation(
      outcome === "underWay"
        ? t('Another window is releasing "{0}" at this moment. It tells what comes of it.', packName)
        : t('The scheduled release of "{0}" was already released, changed or cancelled.', packName),
    );
  }

  get #showLog(): NotificationAction {
    return { title: t("Show Log"), run: () => this.#services.log.show() };
  }

  #onFault(error: unknown): void {
    if (this.isDisposed) return;
    this.#services.log.error(`Answering a notification: ${describeError(error)}`);
    void showError(error, this.#showLog);
  }
}

/** What is told in one sentence when there is much of it. */
function kindOf(event: SchedulerEvent): string {
  return event.kind === "released" ? event.release.trigger : event.kind;
}

function showScheduledReleases(): Thenable<unknown> {
  return vscode.commands.executeCommand(`${viewIds.scheduledReleases}.focus`);
}
