import type { NotAsked, PackAccount } from "../../../model/installation/installationReading.ts";

/** When so many accounts in a row did not answer, asking the others would only take time. */
const mostUnanswered = 10;

/** Notices when no account answers any longer. */
export class Outage {
  /** Why the latest account did not answer; nothing unless there is an outage. */
  reason: NotAsked | undefined;
  readonly #onBegin: () => void;
  #unanswered = 0;

  constructor(onBegin: () => void) {
    this.#onBegin = onBegin;
  }

  /** Notes what an account answered. */
  note(answers: readonly PackAccount[]): void {
    const [first] = answers;
    this.#unanswered = first?.notAsked?.reason === "unanswered" ? this.#unanswered + 1 : 0;
    if (this.#unanswered < mostUnanswered || this.reason) return;
    this.reason = first?.notAsked;
    this.#onBegin();
  }
}
