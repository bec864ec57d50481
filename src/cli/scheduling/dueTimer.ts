import type { Timer } from "../../scheduler/clock.ts";

/** A timer for one run: what is due at once waits for `runPending`, and what is due later never comes. */
export class DueTimer implements Timer {
  readonly #pending = new Set<{ readonly run: () => void }>();

  readonly set: Timer["set"] = (delay, run) => {
    const entry = { run };
    if (delay <= 0) this.#pending.add(entry);
    return { dispose: () => void this.#pending.delete(entry) };
  };

  /** Runs what is due. Returns whether there was anything. */
  runPending(): boolean {
    const due = [...this.#pending];
    this.#pending.clear();
    for (const { run } of due) run();
    return due.length > 0;
  }
}
