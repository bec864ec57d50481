import { t } from "@vscode/l10n";
import { capabilityErrors } from "../../errors/capabilityErrors.ts";
import { messageForUsers } from "../../errors/errors.ts";
import { describeError } from "../../base/describeError.ts";
import { showError, showInformation } from "../../ui/notifications.ts";
import type { PanelServices } from "../panels.ts";
import { errorCode } from "./packFeed.ts";
import type { WizardMessage, WizardRequest } from "../../protocol/wizard.ts";

/** A press of the wizard's last button. */
export type Confirmed = Extract<WizardRequest, { type: "release" | "schedule" }>;

/** Makes what the user confirmed: one at a time, so that a second press of the button is not a second release. */
export class ReleaseSubmission {
  readonly #services: PanelServices;
  readonly #packId: string;
  readonly #post: (message: WizardMessage) => boolean;
  #isUnderWay = false;
  #latest: WizardMessage | undefined;

  /** `post` tells whether there is still a wizard to show the outcome. */
  constructor(services: PanelServices, packId: string, post: (message: WizardMessage) => boolean) {
    this.#services = services;
    this.#packId = packId;
    this.#post = post;
  }

  /** Says again how far it is or what came of it: a webview that was hidden has not heard. */
  report(): void {
    if (this.#latest) this.#post(this.#latest);
  }

  async submit(confirmed: Confirmed): Promise<void> {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    const { log } = this.#services;
    this.#tell({ type: "progress", step: confirmed.type === "release" ? t("Releasing…") : t("Scheduling…") });
    try {
      const outcome = await this.#make(confirmed);
      log.info(`Wizard: pack ${this.#packId} ${JSON.stringify(outcome)}`);
      if (!this.#tell(outcome)) this.#tellClosed(outcome);
    } catch (error) {
      log.error(`Wizard: pack ${this.#packId}: ${describeError(error)}`);
      const told = this.#tell({ type: "rejected", code: errorCode(error), message: messageForUsers(error) });
      if (!told) void showError(error, this.#showPack());
    } finally {
      this.#isUnderWay = false;
    }
  }

  async #make(confirmed: Confirmed): Promise<Extract<WizardMessage, { type: "released" | "scheduled" }>> {
    const backend = await this.#services.backend.get();
    const { versions, expected, replaceScheduled } = confirmed;
    const request = { packId: this.#packId, versions, preselect: false, expected, replaceScheduled };
    if (confirmed.type === "release") {
      const release = await backend.release(request, (step) => void this.#tell({ type: "progress", step }));
      return { type: "released", releaseId: release.releaseId, releasedAt: release.releasedAt };
    }
    if (!backend.schedules) throw capabilityErrors.schedules();
    const { date, timeZone } = await backend.schedules.schedule({
      ...request,
      date: confirmed.date,
      timeZone: confirmed.timeZone,
    });
    return { type: "scheduled", date, timeZone };
  }

  #tell(message: WizardMessage): boolean {
    this.#latest = message;
    return this.#post(message);
  }

  /** The wizard was closed in mid-release: the user is told all the same. */
  #tellClosed(outcome: Extract<WizardMessage, { type: "released" | "scheduled" }>): void {
    const told =
      outcome.type === "released"
        ? t("The integration pack has been released.")
        : t("The release has been scheduled for {0} ({1}).", outcome.date, outcome.timeZone);
    void showInformation(told, this.#showPack());
  }

  #showPack() {
    return { title: t("Show Pack"), run: () => this.#services.revealPack(this.#packId) };
  }
}
