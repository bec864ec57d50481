import * as l10n from "@vscode/l10n";
import { describeError } from "../../../base/describeError.ts";
import type { Backend } from "../../../backend/backend.ts";
import { hashPlan } from "../../../backend/hashPlan.ts";
import { messageForUsers } from "../../../errors/errors.ts";
import type { PlanOutcome } from "../../../model/plan/application/planOutcome.ts";
import type { ReleasePlan } from "../../../model/plan/releasePlan.ts";
import type { PlanMessage } from "../../../protocol/wizard/planMessage.ts";
import { showError, showInformation } from "../../../ui/notifications.ts";
import { errorCode } from "../../errorCode.ts";
import type { PanelServices } from "../../panelServices.ts";
import { describeOutcomes } from "./describeOutcomes.ts";

/** Applies what a person confirmed, one plan at a time: a second press of the button applies nothing. */
export class PlanSubmission {
  readonly #services: Pick<PanelServices, "backend" | "log" | "timeZone">;
  readonly #post: (message: PlanMessage) => boolean;
  /** The last messages about an application, for a page that was hidden when they were sent. */
  #sent: PlanMessage | undefined;
  #latest: PlanMessage | undefined;
  #stop: AbortController | undefined;

  /** `post` returns whether the wizard is open. */
  constructor(
    services: Pick<PanelServices, "backend" | "log" | "timeZone">,
    post: (message: PlanMessage) => boolean,
  ) {
    this.#services = services;
    this.#post = post;
  }

  get isUnderWay(): boolean {
    return this.#stop !== undefined;
  }

  /** Sends the last messages again, to a page that was hidden when they were sent. */
  report(): void {
    if (this.#sent) this.#post(this.#sent);
    if (this.#latest) this.#post(this.#latest);
  }

  /** Stops after the pack that is being sent. */
  stop(): void {
    this.#stop?.abort();
  }

  /**
   * Applies the plan that `draft` provides. `sendAgain`: the release ids of unknown outcomes that a person confirmed to send
   * again.
   */
  async apply(
    draft: (backend: Backend) => Promise<ReleasePlan>,
    sendAgain: readonly string[] = [],
  ): Promise<void> {
    if (this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#sent = this.#latest = undefined;
    const { backend: active, log } = this.#services;
    try {
      const backend = await active.get();
      const plan = await draft(backend);
      const planHash = hashPlan(plan);
      this.#sent = { type: "planSent", plan };
      this.#post(this.#sent);
      log.info(`Wizard: applies the release plan ${planHash}`);
      const outcome = await backend.plans.apply(plan, {
        planHash,
        stop: stop.signal,
        sendAgain,
        ...this.#today(),
        onProgress: (progress) => {
          if (this.#stop === stop) this.#send({ type: "planProgress", ...progress });
        },
      });
      log.info(`Wizard: ${JSON.stringify(outcome)}`);
      this.#stop = undefined;
      if (!this.#send({ type: "planOutcome", outcome })) this.#notify(outcome);
    } catch (error) {
      log.error(`Wizard: ${describeError(error)}`);
      this.#stop = undefined;
      const message = { code: errorCode(error), message: messageForUsers(error) };
      if (!this.#send({ type: "planRejected", ...message })) void showError(error);
    }
  }

  /** Without a zone, packs can still be released at once. */
  #today() {
    try {
      return { defaultTimeZone: this.#services.timeZone() };
    } catch {
      return {};
    }
  }

  #send(message: PlanMessage): boolean {
    this.#latest = message;
    return this.#post(message);
  }

  /** The person closed the wizard before the outcome. */
  #notify({ packs }: PlanOutcome): void {
    void showInformation(l10n.t("The release plan was applied: {0}.", describeOutcomes(packs)));
  }
}
