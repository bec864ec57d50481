import * as l10n from "@vscode/l10n";
import type { Backend } from "../../backend/backend.ts";
import { describeError } from "../../base/describeError.ts";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { messageForUsers } from "../../errors/errors.ts";
import type { RolloutCounts } from "../../model/installation/countInstallations.ts";
import { scheduleOf } from "../../model/schedule/scheduledRelease.ts";
import { withZone } from "../../model/schedule/uncertainZone.ts";
import type { ConfirmedRequest } from "../../protocol/wizard/wizardRequest.ts";
import type { Rollout, WizardMessage } from "../../protocol/wizard/wizardMessage.ts";
import { formatCalendarDate } from "../../ui/dates.ts";
import { showError, showInformation } from "../../ui/notifications.ts";
import type { PanelServices } from "../panelServices.ts";
import { errorCode } from "../errorCode.ts";
import { readRollout } from "./readRollout.ts";

/** How a submission succeeds. */
type Outcome = Extract<WizardMessage, { type: "released" | "scheduled" }>;

/** Releases or schedules what the user confirmed, one at a time: a second press of the button is not a second release. */
export class ReleaseSubmission {
  readonly #services: PanelServices;
  readonly #packId: string;
  readonly #post: (message: WizardMessage) => boolean;
  /** The last message about a submission. */
  #latest: WizardMessage | undefined;
  #isUnderWay = false;

  /** `post` returns whether the wizard is open. */
  constructor(services: PanelServices, packId: string, post: (message: WizardMessage) => boolean) {
    this.#services = services;
    this.#packId = packId;
    this.#post = post;
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  /** Whether the last submission was rejected. */
  get isRejected(): boolean {
    return this.#latest?.type === "rejected";
  }

  /** Sends the last message again, to a page that was hidden when it was sent. */
  report(): void {
    if (this.#latest) this.#post(this.#latest);
  }

  async submit(confirmed: ConfirmedRequest): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    const { log } = this.#services;
    this.#send({
      type: "progress",
      step: confirmed.type === "release" ? l10n.t("Releasing…") : l10n.t("Scheduling…"),
    });
    try {
      const outcome = await this.#carryOut(confirmed);
      log.info(`Wizard: pack ${this.#packId} ${JSON.stringify(outcome)}`);
      if (!this.#send(outcome)) this.#notify(outcome);
    } catch (error) {
      log.error(`Wizard: pack ${this.#packId}: ${describeError(error)}`);
      const message = { type: "rejected", code: errorCode(error), message: messageForUsers(error) } as const;
      if (!this.#send(message)) void showError(error, this.#showPack());
    } finally {
      this.#isUnderWay = false;
    }
  }

  /** The backend compares the pack with what the user confirmed in the transaction that releases or schedules it. */
  async #carryOut(confirmed: ConfirmedRequest): Promise<Outcome> {
    const backend = await this.#services.backend.get();
    const { versions, leftOut, expected, replaceScheduled } = confirmed;
    const request = { packId: this.#packId, versions, leftOut, preselect: false, expected, replaceScheduled };
    const before = await readRollout(backend, this.#packId);
    if (confirmed.type === "release") {
      const onProgress = (step: string) => void this.#send({ type: "progress", step });
      const { releaseId, releasedAt } = await backend.release(request, onProgress);
      return { type: "released", releaseId, releasedAt, ...(await this.#rolloutSince(backend, before)) };
    }
    if (!backend.schedules) throw capabilityErrors.schedules();
    const scheduled = await backend.schedules.schedule({
      ...request,
      date: confirmed.date,
      timeZone: confirmed.timeZone,
    });
    const rollout = await this.#rolloutSince(backend, before);
    return { type: "scheduled", schedule: scheduleOf(scheduled), ...rollout };
  }

  /** What changed for the accounts that have the pack. */
  async #rolloutSince(
    backend: Pick<Backend, "installations">,
    before: RolloutCounts | undefined,
  ): Promise<{ readonly rollout?: Rollout }> {
    const after = before && (await readRollout(backend, this.#packId));
    return after ? { rollout: { before, after } } : {};
  }

  #send(message: WizardMessage): boolean {
    this.#latest = message;
    return this.#post(message);
  }

  /** The user closed the wizard before the outcome. */
  #notify(outcome: Outcome): void {
    const message =
      outcome.type === "released"
        ? l10n.t("The integration pack has been released.")
        : l10n.t(
            "The release has been scheduled for {0}.",
            withZone(formatCalendarDate(outcome.schedule.date), outcome.schedule),
          );
    void showInformation(message, this.#showPack());
  }

  #showPack() {
    return { title: l10n.t("Show Pack"), run: () => this.#services.showPack(this.#packId) };
  }
}
